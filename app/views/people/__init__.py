"""People: added by hand, brought in from a record, told apart from one another."""
