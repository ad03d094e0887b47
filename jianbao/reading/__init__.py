"""Raw page → articles: the archaeology. Writes content/."""
