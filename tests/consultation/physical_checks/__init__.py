"""The tests of app/consultation/physical_checks."""
