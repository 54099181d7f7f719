"""The tests of app/consultation/prevention."""
