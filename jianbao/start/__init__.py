"""What a fresh archive begins with."""
