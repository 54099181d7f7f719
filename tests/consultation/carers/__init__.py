"""The tests of app/consultation/carers."""
