"""The plan's PDF made in the background, a moment after the last change: typing never waits for it."""

from functools import partial

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from app.reports.plan_paper import PlanPaper

WAIT_MS = 500


class _Maker(QObject):
    """Carries bytes from the worker thread; it has no parent, so it outlives a screen that was closed."""

    made = Signal(object, bytes)
    failed = Signal(object)

    def make(self, paper: PlanPaper) -> None:
        """Runs in the worker: only values go in and bytes come out."""
        from app.reports.care_plan_pdf import care_plan_pdf  # ReportLab is loaded when the first page is made

        try:
            pdf = care_plan_pdf(paper)
        except Exception:  # whatever is wrong with one page, the screen and its answers stay
            self.failed.emit(paper)
        else:
            self.made.emit(paper, pdf)


class PageMaking(QObject):
    """Hand it papers by `want`; it tells `made(pdf)` for the newest, or `failed`."""

    made = Signal(bytes)
    failed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted: PlanPaper | None = None
        self._shown: PlanPaper | None = None
        self._maker = _Maker()
        self._maker.made.connect(self._take)
        self._maker.failed.connect(self._give_up)
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self._start)

    @property
    def is_behind(self) -> bool:
        """Whether the page that is shown is older than the one that is wanted."""
        return self._wanted is not None

    def want(self, paper: PlanPaper) -> None:
        """Make this paper, unless it is the one that is shown."""
        if paper == self._wanted or (self._wanted is None and paper == self._shown):
            return
        self._wanted = paper
        self._timer.start(0 if self._shown is None else WAIT_MS)

    def forget(self) -> None:
        """The page that was shown is shown no more: whatever is wanted next is made at once."""
        self._shown = None

    def stop(self) -> None:
        """Nobody looks any more."""
        self._timer.stop()
        self._wanted = None

    def _start(self) -> None:
        if self._wanted is not None:
            QThreadPool.globalInstance().start(partial(self._maker.make, self._wanted))

    def _take(self, paper: PlanPaper, pdf: bytes) -> None:
        if paper == self._wanted:
            self._wanted, self._shown = None, paper
            self.made.emit(pdf)

    def _give_up(self, paper: PlanPaper) -> None:
        if paper == self._wanted:
            self._wanted = None
            self.failed.emit()
