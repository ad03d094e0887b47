"""The border: the formats of the content folder, which `reading` writes, people edit and `archive` reads."""
