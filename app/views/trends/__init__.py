"""The record over time: a page of charts, each with the same numbers as a table."""
