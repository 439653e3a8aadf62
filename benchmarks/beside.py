"""Run in a process of its own: a pairing run beside the window, as the pairing page makes it.

``python -m benchmarks.beside OFFICE`` lets the event loop turn with a run beside it, then as long
with nothing beside it, and then cancels runs at several points of their time. Prints JSON, all in
seconds: ``whole``, a run; ``idle`` and ``running``, the longest that the window's thread did not
come round; ``stopped``, from cancelling to the end of the run, for each point.
"""

import gc
import json
import sys
from pathlib import Path
from time import perf_counter
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.crowd import TODAY
from benchmarks.ticks import Ticks
from mentorapp.operations import offices, schemes
from mentorapp.operations.memory import collect_seldom
from ui.garbage import collect_here
from ui.pairing.run import Runner
from ui.work import Worker

_POINTS = (0.1, 0.3, 0.5, 0.7, 0.9)


class Beside:
    """Runs over one office, one after the other, waited for in the event loop."""

    def __init__(self, application: QApplication, worker: Worker, scheme_id: UUID) -> None:
        self._application, self._worker, self._scheme_id = application, worker, scheme_id
        self._asker = QWidget()
        self._refused: list[object] = []

    def run(self, cancel_after: float | None = None) -> tuple[float, float]:
        """How long it took, and how much of it was left when it was cancelled."""
        runner = Runner(
            self._worker,
            self._asker,
            found=lambda _outcome: None,
            refused=self._refused.append,
            ended=self._application.exit,
        )
        cancelled: list[float] = []

        def cancel() -> None:
            cancelled.append(perf_counter())
            runner.cancel()

        alarm = QTimer()
        alarm.setSingleShot(True)
        alarm.timeout.connect(cancel)
        start = perf_counter()
        runner.start(self._scheme_id, "most", TODAY, "")
        if cancel_after is not None:
            alarm.start(round(cancel_after * 1000))
        self._application.exec()
        ended = perf_counter()
        alarm.stop()
        if self._refused:
            raise RuntimeError(f"refused: {self._refused}")
        return ended - start, ended - cancelled[0] if cancelled else 0.0

    def wait(self, seconds: float) -> None:
        """Let the loop turn with nothing beside it."""
        QTimer.singleShot(round(seconds * 1000), self._application.exit)
        self._application.exec()


def main() -> int:
    """``OFFICE``, a copy that may be changed."""
    gc.disable()  # as ui.__main__.main does
    application = QApplication(sys.argv[:1])
    collect_seldom()
    collect_here(application)
    database = offices.open_office(Path(sys.argv[1]), create=False)
    with database.read() as tx:
        scheme_id = schemes.find(tx, "benchmark").id
    worker = Worker(database, "benchmarks")
    worker.failed.connect(_fail)
    beside = Beside(application, worker, scheme_id)
    beside.run()  # loads what the engine needs
    ticks = Ticks()
    whole, _ = beside.run()
    running = ticks.stop()
    ticks = Ticks()
    beside.wait(whole)
    idle = ticks.stop()
    stopped = [beside.run(whole * point)[1] for point in _POINTS]
    worker.close()
    database.close()
    print(json.dumps({"whole": whole, "idle": idle, "running": running, "stopped": stopped}))
    return 0


def _fail(problem: BaseException) -> None:
    raise problem


if __name__ == "__main__":
    sys.exit(main())
