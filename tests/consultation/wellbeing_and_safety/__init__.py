"""The tests of app/consultation/wellbeing_and_safety."""
