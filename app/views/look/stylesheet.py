"""The one style sheet, made from the tokens and the text size."""

import re
from pathlib import Path

from app.views.look.tokens import Theme, Tokens

STYLE = Path(__file__).parents[3] / "resources" / "style"


def made_of(tokens: Tokens, scale: float, family: str) -> str:
    """The style sheet in these colours; `${s44}` in the template is 44 px at this scale.

    Raises KeyError for a name that is neither a token nor a size.
    """
    values = {**tokens._asdict(), "family": family}

    def value(found: re.Match[str]) -> str:
        size, name = found.groups()
        return str(max(1, round(int(size) * scale))) if size else str(values[name])

    names = ["app.qss"] + (["contrast.qss"] if tokens.theme is Theme.CONTRAST else [])
    templates = [(STYLE / name).read_text(encoding="utf-8") for name in names]
    return re.sub(r"\$(?:\{s(\d+)\}|(\w+))", value, "".join(templates))
