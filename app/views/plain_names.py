"""Qt's own names: we never switch on PySide's snake_case or properties, so nothing need be searched for that.

For every module imported after it, PySide 6.11 reads the module's whole source to see whether it names
PySide6, and those lines stay in memory. That is a tenth of the start and, with the store loaded, over 10 MB.
"""

import sys

from app.views.kept_bytecode import with_kept_bytecode

HOOK = "shibokensupport.feature"
QUESTION = "_mod_uses_pyside"


def keep_plain_names() -> None:
    """Answer PySide's question for every module at once; a PySide that does not ask it is left alone."""
    with_kept_bytecode(_bring_the_module_that_asks)
    asking = sys.modules.get(HOOK)
    if hasattr(asking, QUESTION):
        setattr(asking, QUESTION, lambda _module: False)


def _bring_the_module_that_asks() -> None:
    import PySide6.QtCore  # noqa: F401
