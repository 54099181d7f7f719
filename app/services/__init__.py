"""What happens unasked: signing in, locking, saving, backing up."""
