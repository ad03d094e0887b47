"""About characters; knows nothing of newspapers. Every rule finds changes in a string and leaves the string alone."""
