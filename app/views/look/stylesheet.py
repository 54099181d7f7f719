"""The one style sheet, made from the tokens and the text size."""

import re
from dataclasses import asdict
from functools import cache
from pathlib import Path
from string import Template

from app.views.look.tokens import Theme, Tokens

STYLE = Path(__file__).parents[3] / "resources" / "style"


@cache
def _template(name: str) -> Template:
    return Template((STYLE / name).read_text(encoding="utf-8"))


def made_of(tokens: Tokens, scale: float, family: str) -> str:
    """The style sheet in these colours; `$s44` in the template is 44 px at this scale."""
    names = ["app.qss"] + (["contrast.qss"] if tokens.theme is Theme.CONTRAST else [])
    made = ""
    for name in names:
        template = _template(name)
        sizes = {
            f"s{digits}": str(max(1, round(int(digits) * scale)))
            for digits in re.findall(r"\$\{s(\d+)\}", template.template)
        }
        made += template.substitute(asdict(tokens), family=family, **sizes)
    return made
