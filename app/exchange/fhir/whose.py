"""Whose an entry is: only what certainly belongs to the one person of the bundle is taken."""

import re
from dataclasses import dataclass

from app.exchange.fhir.tree import Tree, branch, branches, words
from app.exchange.fhir.why import Why

_VERSION = re.compile(r"/_history/[^/]+$")


@dataclass(frozen=True)
class OnePerson:
    """The names under which entries may point to the person, and the numbers that identify them."""

    references: frozenset[str]
    identifiers: frozenset[tuple[str, str]]

    def why_not_theirs(self, resource: Tree) -> Why | None:
        """Nothing, if the entry points to this person; else why it cannot be taken."""
        subject = branch(resource.get("subject") or resource.get("patient"))
        reference = _VERSION.sub("", words(subject.get("reference"), 2000))
        if not reference:
            return self._by_identifier(branch(subject.get("identifier")))
        if reference in self.references:
            return None
        return Why.WHOSE if "?" in reference else Why.ANOTHER_PERSON

    def _by_identifier(self, identifier: Tree) -> Why | None:
        found = (words(identifier.get("system")), words(identifier.get("value")))
        if not all(found):
            return Why.WHOSE
        return None if found in self.identifiers else Why.ANOTHER_PERSON


def the_one_person(patient: Tree, full_url: str) -> OnePerson:
    """The person of a bundle, from the Patient and the address it stands under."""
    references = {_VERSION.sub("", full_url)} if full_url else set()
    if own_id := words(patient.get("id")):
        references |= {f"Patient/{own_id}", f"urn:uuid:{own_id}"}
    identifiers = {
        (words(row.get("system")), words(row.get("value"))) for row in branches(patient.get("identifier"))
    }
    return OnePerson(frozenset(references), frozenset(pair for pair in identifiers if all(pair)))
