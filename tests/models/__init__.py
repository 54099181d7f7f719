"""The store, on real SQLCipher."""
