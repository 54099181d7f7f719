"""What is said when a file from outside cannot be used."""


class FileUnreadable(ValueError):
    """One plain line: what is wrong, what is kept, what to do. It never quotes the person's own data."""


class BundleUnreadable(FileUnreadable):
    """A FHIR file that cannot be read as one person's record."""


class VisitFileUnreadable(FileUnreadable):
    """A visit file with a fault; the line names the place."""
