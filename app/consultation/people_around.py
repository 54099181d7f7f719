"""The people around a person, as they are named: carers, and whoever is called when things get worse."""


def who(name: str, relationship: str) -> str:
    """The name, and what they are to the person where that was said."""
    return f"{name}, {relationship}" if relationship else name
