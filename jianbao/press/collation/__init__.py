"""The raw text of a newspaper page collated with its articles: side by side, with what was done to every character."""
