"""FHIR R4: one person's record from another system, read tolerantly and told plainly."""

from app.exchange.fhir.bundle_reading import BundleReading, ProposedPerson, as_history
from app.exchange.fhir.reading import read_bundle
from app.exchange.unreadable import BundleUnreadable

__all__ = ["BundleReading", "BundleUnreadable", "ProposedPerson", "as_history", "read_bundle"]
