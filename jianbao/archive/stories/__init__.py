"""What belongs together: related articles with the reason, series, continued articles, the same day of other years."""
