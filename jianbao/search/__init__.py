"""search/: every string of the archive → the files of an index that a browser asks without a server.

The files stand below site/search/ (docs/search-index.md). An archive goes through folding, tokens, runs, a merge, and comes to
stand in shards, which are kept in the cache folder, so that an edited article touches only the shards of its tokens. Before
a site gets a new index, what it finds is proved against a plain scan of the texts.
"""
