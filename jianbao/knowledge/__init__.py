"""What the program knows of the world: word lists, gazetteer and vocabularies as data files, and their readers."""
