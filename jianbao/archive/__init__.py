"""Articles → one linked archive. Reads content/; computes every link before a template runs."""
