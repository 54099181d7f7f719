"""The screen that is turned round: the person alone with one DIALOG question at a time."""
