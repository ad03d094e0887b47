"""Which names mean one thing: the people, organizations and places of the archive, each with every sentence that names it."""
