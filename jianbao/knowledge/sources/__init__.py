"""How the data files of `jianbao/knowledge/data` were made. Run by hand; nothing of it is needed at run time."""
