"""How the facts of the physical checks are declared."""

from app.consultation.fact_kinds import AskedIn

SECTION = "physical_checks"

_here = AskedIn(SECTION)
number, yes_no, last = _here.number, _here.yes_no, _here.last
