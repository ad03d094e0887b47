"""The preview: the built site on this machine, rebuilt and reloaded as its sources change."""
