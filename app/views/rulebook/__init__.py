"""The rulebook on screen: read, tried, quizzed and signed by whoever answers for the rules."""
