"""The parts that screens are built from: words, cards, columns, the frame, small charts."""
