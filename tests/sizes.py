"""What is looked at in many cases: `make check` takes the ends, `make audit` the rest; sizes and themes."""

from typing import Any

import pytest

from app.views.look.tokens import Theme


def in_audit(*values: Any) -> Any:
    """A case that only `make audit` runs."""
    return pytest.param(*values, marks=pytest.mark.audit)


SCALES = [1.0, in_audit(1.5), 2.0]
LOOKS = [Theme.LIGHT, in_audit(Theme.DARK), Theme.CONTRAST]
