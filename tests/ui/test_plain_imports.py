"""In a process of its own: the one of the tests has one import or the other already."""

import subprocess
import sys

ASK = """
import builtins, PySide6.QtCore, sys
hooked = builtins.__import__
from ui.plain_imports import import_plainly
import_plainly()
import_plainly()
import colorsys
from PySide6.QtCore import QPoint
looked_at = "colorsys" in sys.modules["PySide6.support.feature"].pyside_feature_dict
print(builtins.__import__ is hooked, looked_at, QPoint(1, 2).x())
"""


def test_pyside_looks_no_more_at_what_is_imported() -> None:
    run = subprocess.run(
        [sys.executable, "-c", ASK], capture_output=True, text=True, check=True
    ).stdout.split()

    assert run == ["False", "False", "1"]


def test_without_pyside_nothing_changes() -> None:
    ask = (
        "import builtins; plain = builtins.__import__; from ui.plain_imports import import_plainly"
    )
    ask += "; import_plainly(); print(builtins.__import__ is plain)"
    run = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "True"
