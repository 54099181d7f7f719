"""A display that does not answer: one clear sentence, and not the text of the library that draws windows."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

NO_DISPLAY = 2
SENTENCE = (
    "main.py: the display does not answer, so no window can open. Nothing was changed. "
    "Try: main.py demo --out DIR, with DISPLAY and WAYLAND_DISPLAY unset\n"
)


@contextmanager
def said_if_dead() -> Iterator[None]:
    """While the application is made: if it cannot be, say so and end with `NO_DISPLAY`.

    Qt would write its own text and abort; it asks nobody before, so its last message is the one place to be.
    """
    heard: list[str] = []

    def hear(kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            sys.stderr.write(SENTENCE)
            sys.stderr.flush()
            os._exit(NO_DISPLAY)
        heard.append(words)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
        for words in heard:  # the window opens all the same: what Qt had to say is not lost
            sys.stderr.write(f"{words}\n")
