"""The medicine table."""
