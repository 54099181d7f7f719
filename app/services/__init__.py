"""What happens unasked: signing in, covering and locking, saving, checking and backing up."""
