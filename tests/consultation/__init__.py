"""Tests, in the shape of the app."""
