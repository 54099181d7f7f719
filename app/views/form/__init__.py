"""The standard sheet of questions: closed rows of two lines, one row in hand, an entry for each kind."""
