import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from ui.curtain import lower_curtain
from ui.theme import DARK


def test_the_curtain_is_on_the_screen_at_once_and_says_what_is_going_on(
    qapp: QApplication, qtbot: QtBot
) -> None:
    curtain = lower_curtain(qapp, Words("en"))
    qtbot.addWidget(curtain)

    assert curtain.isVisible()
    assert curtain.windowTitle() == "Mentorapp"
    assert [label.text() for label in curtain.findChildren(QLabel)] == ["Opening the office …"]


def test_nothing_heavy_is_loaded_before_the_curtain_is_down() -> None:
    heavy = {"sqlalchemy", "reportlab", "numpy", "scipy", "alembic", "phonenumbers", "babel"}
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys, ui.__main__; print(*sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()

    assert heavy & {name.partition(".")[0] for name in loaded} == set()
    assert [name for name in loaded if name.startswith("mentorapp.domain")] == []


FIRST_WINDOW = """
from pathlib import Path
import sys
from PySide6 import QtCore
from mentorapp.words import Words
from ui.application import build_application
from ui.curtain import lower_curtain
from ui.settings_store import Preferences
preferences = Preferences(QtCore.QSettings(sys.argv[1], QtCore.QSettings.Format.IniFormat))
preferences.scheme = "dark"
curtain = lower_curtain(build_application([""], Words("nb"), preferences), Words("nb"))
print("Qt" in vars(QtCore), curtain.palette().window().color().name())
"""


def test_the_curtain_is_dressed_without_all_of_qts_enums(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", FIRST_WINDOW, str(tmp_path / "settings.ini")],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()

    assert told == ["False", DARK.bg]


def test_a_window_that_opens_reads_no_sentence_it_does_not_show() -> None:
    asked = "import sys, ui.program, ui.today.page; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", asked], check=True, capture_output=True, text=True
    ).stdout.split()

    assert "ui.today.page" in loaded
    assert {
        "mentorapp.words.refusal_sentences",
        "mentorapp.words.labels_more",
        "mentorapp.operations.people",
        "mentorapp.operations.pairing",
        "mentorapp.operations.timeline",
    } & set(loaded) == set()
