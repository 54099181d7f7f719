"""Before a record is open: first run, sign in, and what covers the screen. It needs only Qt."""
