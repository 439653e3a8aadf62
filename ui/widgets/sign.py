"""A badge with an icon before it: three tellings of the same, for those who see no colours."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from ui.icons import icon
from ui.theme import Tone, current_tokens, tone_colours
from ui.widgets.table import RowDelegate
from ui.widgets.table_model import ROW_ROLE

_ROOM = 28
_SIZE = 16


class SignDelegate(RowDelegate):
    """Paints the cell as its column says, moved to the right of the row's icon."""

    def __init__(self, sign: Callable[[Any], tuple[str, Tone]], parent: QWidget) -> None:
        """`sign` gives a row's icon and the tone to draw it in."""
        super().__init__(parent)
        self._sign = sign

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens = current_tokens()
        box = QRect(option.rect)
        strip = QRect(box.left(), box.top(), _ROOM, box.height())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(strip, QColor(tokens.soft))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(strip.bottomLeft(), strip.bottomRight())
        name, tone = self._sign(index.data(ROW_ROLE))
        colour = tone_colours(tokens, tone)[0].name()
        place = QRect(box.left() + 12, box.center().y() - _SIZE // 2, _SIZE, _SIZE)
        icon(name, colour=colour).paint(painter, place)
        moved = QStyleOptionViewItem(option)
        moved.rect = box.adjusted(_ROOM, 0, 0, 0)
        super().paint(painter, moved, index)
