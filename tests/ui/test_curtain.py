import subprocess
import sys

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from ui.curtain import lower_curtain


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
