"""The fault this guards against ends the process, so it is provoked in one of its own."""

import subprocess
import sys

PROVOKE = """
import sys
from ui.immortal import make_immortal
make_immortal()
from PySide6.QtCore import QObject, QStringListModel, Signal

class Sender(QObject):
    told = Signal()

model, sender = QStringListModel(["a"]), Sender()
sender.told.connect(lambda: None)
for _ in range(20_000):
    model.index(0, 0).data(7)
    sender.told.emit()
print("alive")
"""


def test_answers_of_none_and_true_do_not_end_the_program() -> None:
    run = subprocess.run(
        [sys.executable, "-c", PROVOKE], capture_output=True, text=True, check=False
    )
    assert (run.stdout.strip(), run.returncode) == ("alive", 0), run.stderr
