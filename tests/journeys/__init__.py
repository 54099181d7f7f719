"""A visit, told in given, when, then, through the real window."""
