"""What is asked, what it means and what is agreed: no Qt, no SQL."""
