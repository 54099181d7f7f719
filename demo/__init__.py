"""A visit played through the real window: for the pictures in the README, and for the journeys."""
