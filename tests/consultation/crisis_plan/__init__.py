"""The tests of app/consultation/home_and_work."""
