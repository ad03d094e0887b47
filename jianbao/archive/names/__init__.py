"""The names in one article: persons, organizations, places, each with where it stands. Pure; nothing of other articles."""
