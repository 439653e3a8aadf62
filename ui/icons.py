"""Lucide's outline icons in the colours of the palette.

The files draw with ``currentColor``; it is replaced when the icon is painted, so one file serves
light, dark, disabled and selected.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources

_Role = QPalette.ColorRole


@lru_cache(maxsize=128)
def _drawing(name: str) -> str:
    return resources.path(f"icons/{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))


class _PaletteIcon(QIconEngine):
    def __init__(self, name: str, role: QPalette.ColorRole, colour: str | None) -> None:
        super().__init__()
        self._name = name
        self._role = role
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        palette = QGuiApplication.palette()
        disabled = mode == QIcon.Mode.Disabled
        group = QPalette.ColorGroup.Disabled if disabled else QPalette.ColorGroup.Active
        role = _Role.HighlightedText if mode == QIcon.Mode.Selected else self._role
        if disabled and role == _Role.HighlightedText:
            role = _Role.ButtonText
        colour = palette.color(group, role).name()
        if self._colour is not None and not disabled:
            colour = self._colour
        # In a box that is wider than high the icon stands at the left.
        side = min(rect.width(), rect.height())
        top = rect.y() + (rect.height() - side) / 2
        _renderer(self._name, colour).render(painter, QRectF(rect.x(), top, side, side))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        # `size` is what the icon takes on the screen: as many points of it as the screen has there.
        drawn = QPixmap(size * scale)
        drawn.setDevicePixelRatio(scale)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return drawn

    def clone(self) -> QIconEngine:
        return _PaletteIcon(self._name, self._role, self._colour)


def icon(
    name: str, role: QPalette.ColorRole = _Role.ButtonText, colour: str | None = None
) -> QIcon:
    """The icon ``resources/icons/<name>.svg``, painted in the palette's `role`.

    `colour` (``#rrggbb``) overrules the palette where a tone of the theme is wanted. Raises
    FileNotFoundError at once for a name that does not ship, not at the first painting.
    """
    _drawing(name)
    return QIcon(_PaletteIcon(name, role, colour))
