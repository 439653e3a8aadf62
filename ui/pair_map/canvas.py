"""The map itself: dragged, zoomed, walked through by keys.

Arrows move it, plus and minus zoom, Home shows everything; Page Down and Page Up choose one place
after the other, the largest first, and Enter goes to who is there.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from mentorapp.operations.pair_map import Shown
from mentorapp.words import Words
from ui.pair_map.glyphs import Sprites
from ui.pair_map.labels import Rect, bar_km
from ui.pair_map.laid import Laid, is_shown, laid_out
from ui.pair_map.lines import Chosen
from ui.pair_map.painting import (
    BAR,
    paint_bar,
    paint_ground,
    paint_lines,
    paint_marks,
    paint_names,
)
from ui.pair_map.scene import Scene
from ui.pair_map.view import View
from ui.pair_map.wording import say_bar, say_tip
from ui.theme import Tokens, current_tokens

_STEP = 60
_TIMES = 1.5
_MARGIN = 56.0
#: Places and pairs from which on a moved map is painted anew only when it rests so many ms.
_MUCH, _SHARP_AFTER = 500, 60


class MapCanvas(QWidget):
    """Paints a scene from a picture that is made anew only when something has changed."""

    chosen = Signal(object)
    """Somebody chose a place or a line here: the `Chosen`."""
    opened = Signal()
    """Enter or a double click: what is chosen is wanted."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._scene: Scene | None = None
        self._view = View(600, 400)
        self._shown: frozenset[Shown] = frozenset(Shown)
        self._chosen = Chosen()
        self._laid: Laid | None = None
        self._picture: tuple[QPixmap, View] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SHARP_AFTER)
        self._soon.timeout.connect(self._changed)
        self._sprites: tuple[tuple[str, float, str], Sprites] | None = None
        self._fits = False  # all is to be fitted in as soon as the size is known
        self._moved = False  # by the user: until then all stays fitted in
        self._grip: tuple[QPoint, View] | None = None
        self._dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(280, 220)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(words.text("Map"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # What the window asks

    @property
    def view(self) -> View:
        """Which part is seen."""
        return self._view

    @property
    def moving(self) -> bool:
        """Whether an old picture is moved until the map rests."""
        return self._soon.isActive()

    @property
    def laid(self) -> Laid:
        """What can be seen and where."""
        if self._laid is None:
            scene = self._scene
            self._laid = (
                laid_out(scene, self._view, self._shown) if scene is not None else Laid((), ())
            )
        return self._laid

    def show_scene(self, scene: Scene) -> None:
        """Paint this; the part that is seen stays unless the map is of elsewhere."""
        before, self._scene = self._scene, scene
        if before is None or before.ground.projection != scene.ground.projection:
            self._fits = True
        self._chosen = Chosen()
        self._changed()

    def show_kinds(self, shown: frozenset[Shown]) -> None:
        """Only these from now on."""
        self._shown = shown
        self._changed()

    def choose(self, chosen: Chosen) -> None:
        """Mark a place or a line, and bring a place into sight."""
        self._chosen = chosen
        if chosen.spot is not None and self._scene is not None:
            self._view = self._view.holding(self._scene.at[chosen.spot], _MARGIN)
        self._changed()

    def fit(self) -> None:
        """Show all places."""
        self._fits = True
        self._changed()

    def zoom(self, times: float) -> None:
        """Larger or smaller around the place that is chosen, else around the middle."""
        at = self.width() / 2, self.height() / 2
        if self._chosen.spot is not None and self._scene is not None:
            x, y = self._view.to_screen(self._scene.at[self._chosen.spot])
            at = (x, y) if self.rect().contains(round(x), round(y)) else at
        self._look(self._view.zoomed(times, *at))

    def tip(self, x: float, y: float) -> str:
        """What is told under the mouse; empty where there is nothing."""
        return say_tip(self._words, self._scene, self._under(x, y)) if self._scene else ""

    def sizeHint(self) -> QSize:
        return QSize(680, 520)

    # By mouse

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() / 120
        at = event.position()
        if turned:
            self._look(self._view.zoomed(1.2**turned, at.x(), at.y()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._grip, self._dragged = (event.position().toPoint(), self._view), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            return
        start, view = self._grip
        way = event.position().toPoint() - start
        if self._dragged or way.manhattanLength() >= QApplication.startDragDistance():
            self._dragged = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._look(view.moved(way.x(), way.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None and not self._dragged:
            self._pick(event.position())
        self._grip = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pick(event.position())
        if self._chosen != Chosen():
            self.opened.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip(event.x(), event.y()), self)
            return True
        return super().event(event)

    # By keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._keys().get(Qt.Key(event.key()))
        known = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        if act is None or event.modifiers() & ~known:
            super().keyPressEvent(event)
            return
        act()
        event.accept()

    def _keys(self) -> dict[Qt.Key, Callable[[], object]]:
        key = Qt.Key
        return {
            key.Key_Left: lambda: self._look(self._view.moved(_STEP, 0)),
            key.Key_Right: lambda: self._look(self._view.moved(-_STEP, 0)),
            key.Key_Up: lambda: self._look(self._view.moved(0, _STEP)),
            key.Key_Down: lambda: self._look(self._view.moved(0, -_STEP)),
            key.Key_Plus: lambda: self.zoom(_TIMES),
            key.Key_Minus: lambda: self.zoom(1 / _TIMES),
            key.Key_Home: self.fit,
            key.Key_PageDown: lambda: self._walk(1),
            key.Key_PageUp: lambda: self._walk(-1),
            key.Key_Return: self.opened.emit,
            key.Key_Enter: self.opened.emit,
        }

    def _walk(self, step: int) -> None:
        """The next place by size, or the one before."""
        if self._scene is None:
            return
        spots = self._scene.found.spots
        there = [at for at, spot in enumerate(spots) if is_shown(spot, self._shown)]
        if not there:
            return
        now = self._chosen.spot
        at = there.index(now) + step if now in there else (0 if step > 0 else -1)
        self._choose_here(Chosen(there[at % len(there)]))

    # Inside

    def _under(self, x: float, y: float) -> Chosen:
        spot = self.laid.spot_at(x, y)
        return Chosen(spot, None if spot is not None else self.laid.line_at(x, y))

    def _pick(self, at: QPointF) -> None:
        self._choose_here(self._under(at.x(), at.y()))

    def _choose_here(self, chosen: Chosen) -> None:
        self.choose(chosen)
        self.chosen.emit(chosen)

    def _look(self, view: View) -> None:
        """Another part; where much is to be painted the old picture is moved until one rests."""
        self._view, self._laid, self._moved = view, None, True
        found = self._scene.found if self._scene is not None else None
        if found is not None and len(found.spots) + len(found.pairs) > _MUCH:
            self._soon.start()
            self.update()
        else:
            self._changed()

    def _changed(self) -> None:
        self._soon.stop()
        self._picture, self._laid = None, None
        if self._scene is not None and self._fits and self.isVisible():
            self._fits = self._moved = False
            self._view = self._view.resized(self.width(), self.height())
            self._view = self._view.fitted(self._scene.box, _MARGIN)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._view = self._view.resized(self.width(), self.height())
        self._fits = self._fits or not self._moved
        self._changed()

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self._changed()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange}:
            self._changed()

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture[0].devicePixelRatio() != ratio:
            self._picture = self._painted(ratio), self._view
        picture, view = self._picture
        tokens = current_tokens()
        painter = QPainter(self)
        if view == self._view:
            painter.drawPixmap(0, 0, picture)
        else:
            painter.fillRect(self.rect(), QColor(tokens.side))
            left, top = self._view.to_screen(view.to_flat(0, 0))
            right, low = self._view.to_screen(view.to_flat(view.width, view.height))
            box = QRectF(left, top, right - left, low - top)
            painter.drawPixmap(box, picture, QRectF(picture.rect()))
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(tokens.accent if focused else tokens.line), 2 if focused else 1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _painted(self, ratio: float) -> QPixmap:
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        tokens = current_tokens()
        picture.fill(QColor(tokens.side))
        if self._scene is None:
            return picture
        painter = QPainter(picture)
        painter.setFont(self.font())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self._scene, self._view, tokens)
        paint_lines(painter, self.laid, tokens, self._chosen)
        paint_marks(painter, self.laid, tokens, self._chosen, self._sprites_of(tokens, ratio))
        taken = [_rect(button) for button in self.findChildren(QWidget)]
        paint_names(painter, self._scene, self.laid, self._view, tokens, self._chosen, taken)
        painter.setFont(self.font())
        km = bar_km(self._view.scale, BAR)
        paint_bar(painter, self._view, tokens, say_bar(self._words, km))
        painter.end()
        return picture

    def _sprites_of(self, tokens: Tokens, ratio: float) -> Sprites:
        key = tokens.name, ratio, self.font().key()
        if self._sprites is None or self._sprites[0] != key:
            self._sprites = key, Sprites(tokens, self.font(), ratio)
        return self._sprites[1]


def _rect(widget: QWidget) -> Rect:
    box = widget.geometry()
    return Rect(box.x(), box.y(), box.width(), box.height())
