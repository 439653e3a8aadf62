"""What stands on the screen while the program behind the window is still being loaded.

The database's library alone takes a quarter of a second to import, more than all of Qt. The curtain
needs none of it: whoever clicked the icon sees at once that something happens.
"""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMainWindow, QWidget

from mentorapp.words import Words
from ui.format import plain_label

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
        told = plain_label(words.text("Opening the office …"), name="muted")
        told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        stage = QWidget()
        across = QHBoxLayout(stage)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(side)
        across.addWidget(told, 1)
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
