"""Dragging a person of one list onto a person of the other: the two are taken together.

What is dragged says nothing of the person, so that nothing can be dropped anywhere else.
"""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QDrag, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from ui.pairing.board import MentorRow, NewcomerRow
from ui.widgets.table import ROW_ROLE, TableView

MIME = "application/x-mentorapp-person"


class Dragging(QObject):
    """`paired` is told of newcomer and mentor, and where on the screen they met."""

    def __init__(
        self,
        newcomers: TableView[NewcomerRow],
        mentors: TableView[MentorRow],
        paired: Callable[[UUID, UUID, QPoint], object],
        home: QObject,
    ) -> None:
        super().__init__(home)
        self._newcomers, self._mentors, self._paired = newcomers, mentors, paired
        self._pressed: QPoint | None = None
        self.dragged: NewcomerRow | MentorRow | None = None
        for table in (newcomers, mentors):
            table.viewport().setAcceptDrops(True)
            table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent):
            return self._drop(watched, event)
        if isinstance(event, QMouseEvent):
            return self._mouse(watched, event)
        return super().eventFilter(watched, event)

    def _mouse(self, watched: QObject, event: QMouseEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
            left = event.button() == Qt.MouseButton.LeftButton
            self._pressed = event.position().toPoint() if left else None
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._pressed = None
        elif event.type() == QEvent.Type.MouseMove and self._pressed is not None:
            way = (event.position().toPoint() - self._pressed).manhattanLength()
            if way >= QApplication.startDragDistance():
                row = self._row(watched, self._pressed)
                self._pressed = None
                if row is not None:
                    self._drag(row)
            # Sweeping over the rows would choose one after the other.
            return True
        return False

    def _drag(self, row: NewcomerRow | MentorRow) -> None:
        self.dragged = row
        drag, data = QDrag(self), QMimeData()
        data.setData(MIME, b"")
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.LinkAction)
        self.dragged = None

    def _drop(self, watched: QObject, event: QDropEvent) -> bool:
        """Enter, move and drop alike; only the other list takes a person."""
        if self.dragged is None:
            return False
        other = self._row(watched, event.position().toPoint())
        ours = watched is self._home_of(self.dragged).viewport()
        entering = event.type() == QEvent.Type.DragEnter
        if ours or not (entering or other is not None):
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.LinkAction)
        event.accept()
        if event.type() == QEvent.Type.Drop and other is not None:
            one, table = self.dragged, self._home_of(other)
            at = table.viewport().mapToGlobal(event.position().toPoint())
            if isinstance(one, NewcomerRow):
                self._paired(one.role_id, other.role_id, at)
            else:
                self._paired(other.role_id, one.role_id, at)
        return True

    def _home_of(self, row: NewcomerRow | MentorRow) -> TableView:  # type: ignore[type-arg]
        return self._newcomers if isinstance(row, NewcomerRow) else self._mentors

    def _row(self, watched: QObject, at: QPoint) -> NewcomerRow | MentorRow | None:
        for table in (self._newcomers, self._mentors):
            if watched is table.viewport():
                index = table.indexAt(at)
                if index.isValid():
                    row: NewcomerRow | MentorRow = index.data(ROW_ROLE)
                    return row
        return None
