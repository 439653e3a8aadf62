"""Run in a process of its own, to see how much memory a long list takes.

``python -m benchmarks.list_memory`` shows an empty window in the program's look; with an office
file the list of its newcomers, read and prepared as the window does. Prints what the process holds
then, in bytes.
"""

import gc
import sys
from pathlib import Path

from PySide6.QtWidgets import QMainWindow

from benchmarks.crowd import TODAY
from benchmarks.made_offices import ACTOR
from benchmarks.whole_process import peak
from mentorapp.operations import offices
from mentorapp.words import Words
from ui.application import build_application
from ui.garbage import look_seldom
from ui.people.newcomers_page import NewcomersPage
from ui.work import Worker


def main() -> int:
    """``[OFFICE]``."""
    gc.disable()  # as ui.__main__.main does
    words = Words("nb")
    application = build_application(sys.argv[:1], words)
    look_seldom()
    window = QMainWindow()
    window.resize(1280, 800)
    if len(sys.argv) > 1:
        database = offices.open_office(Path(sys.argv[1]), create=False)
        worker = Worker(database, ACTOR)
        page = NewcomersPage(worker, words, lambda: TODAY)
        window.setCentralWidget(page)
        window.show()
        page.refresh()
        application.processEvents()
        while worker.working:
            application.processEvents()
        application.processEvents()
        print(_held())
        worker.close()
        database.close()
    else:
        window.show()
        application.processEvents()
        print(_held())
    return 0


def _held() -> int:
    """What is in memory now; where the system does not tell, the most there was."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return peak()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) * 1024


if __name__ == "__main__":
    sys.exit(main())
