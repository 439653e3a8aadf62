"""What fits on the screen: sizes bounded by it, and sheets that scroll where they are longer."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def within_screen(window: QWidget, size: QSize) -> QSize:
    """The size, as far as the screen of the window has room beside its edges and task bar."""
    room = window.screen().availableGeometry().size()
    return size.boundedTo(QSize(room.width() - 40, room.height() - 80))


def scrolled(sheet: QWidget) -> QScrollArea:
    """The sheet as wide as there is room; it scrolls up and down, and the keyboard passes by it."""
    scroll = QScrollArea()
    scroll.setWidget(sheet)
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.viewport().setAutoFillBackground(False)
    return scroll
