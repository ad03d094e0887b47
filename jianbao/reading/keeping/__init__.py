"""Everything around the reading of a page: finding raw files, keeping what was read in content/, minding people's edits."""
