"""The tests of app/consultation/dialog."""
