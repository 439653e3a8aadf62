"""What stands on the screen while the program behind the window is still being loaded.

The database's library alone takes a quarter of a second to import, more than all of Qt. The curtain
needs none of it: whoever clicked the icon sees at once that something happens. It does without
``ui.format`` and the rules of text behind it for the same reason.
"""

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QWidget,
)

from mentorapp.words import Words

_SIDE_WIDTH = 208
_SIZE = (1280, 760)


class Curtain(QMainWindow):
    """The shape of the window with one line in it."""

    def __init__(self, words: Words, geometry: QByteArray | None) -> None:
        super().__init__()
        self.setWindowTitle("Mentorapp")
        side = QFrame()
        side.setObjectName("sidebar")
        side.setFixedWidth(_SIDE_WIDTH)
        told = QLabel(words.text("Opening the office …"))
        told.setObjectName("muted")
        stage = QWidget()
        across = QHBoxLayout(stage)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(side)
        across.addStretch()
        across.addWidget(told)
        across.addStretch()
        self.setCentralWidget(stage)
        self.resize(*_SIZE)
        if geometry is not None:
            self.restoreGeometry(geometry)


def lower_curtain(
    application: QApplication, words: Words, geometry: QByteArray | None = None
) -> Curtain:
    """Show the curtain, painted before this returns."""
    curtain = Curtain(words, geometry)
    curtain.show()
    application.processEvents()
    application.processEvents()  # once more for systems that show and paint in two rounds
    return curtain
