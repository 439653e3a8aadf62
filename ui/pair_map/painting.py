"""Paints the map: sea and land, lines, marks, names, and the scale bar."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTransform

from mentorapp.operations.pair_map import Shown
from ui.pair_map.glyphs import Sprites, line_pen
from ui.pair_map.labels import Rect, Room, Wish, bar_km, placed
from ui.pair_map.laid import Laid, LaidLine, LaidSpot
from ui.pair_map.lines import Chosen
from ui.pair_map.scene import Scene
from ui.pair_map.view import View
from ui.theme import Tokens

_MOST_NAMES, _MOST_TOWNS = 40, 24
BAR = 140.0
_FADED, _MANY, _PLAIN = 0.3, 0.5, 0.8
#: More lines than these are drawn without smooth edges, of more places only the largest are named.
_SMOOTH, _NAMED = 300, 250


def paint_ground(painter: QPainter, scene: Scene, view: View, tokens: Tokens) -> None:
    """Sea, and every land that is seen."""
    painter.fillRect(QRectF(0, 0, view.width, view.height), QColor(tokens.side))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = QColor(tokens.muted_soft if tokens.side == tokens.surface else tokens.surface)
    edge, seam = QPen(QColor(tokens.edge), 1.0), QPen(ground, 1.0)
    for pen in (edge, seam):
        pen.setCosmetic(True)
    painter.setBrush(ground)
    x, y = view.to_screen((0.0, 0.0))
    painter.setTransform(QTransform(view.scale, 0, 0, view.scale, x, y), combine=True)
    seen = view.box()
    for one in scene.ground.land:
        if one.box.meets(seen):
            painter.setPen(edge if one.edged else seam)
            painter.drawPolygon(one.shape)
    painter.restore()


def paint_lines(painter: QPainter, laid: Laid, tokens: Tokens, chosen: Chosen) -> None:
    """Lines and rings; the chosen ones above the others.

    Those of one look are drawn at once, in colours that cover what is below, and without smooth
    edges where there are hundreds: a country full of lines takes no longer than a frame then.
    """
    looks = defaultdict[tuple[float, Shown, int], list[LaidLine]](list)
    smooth = len(laid.lines) <= _SMOOTH
    for one in laid.lines:
        strength = _FADED if chosen.fades(one.line) else (_PLAIN if smooth else _MANY)
        if one.line is chosen.line:
            strength = 1.0
        thick = min(len(one.line.bounds), 30)
        looks[strength, one.line.kind, thick].append(one)
    for (strength, kind, thick), some in sorted(looks.items(), key=_strength):
        pen = line_pen(tokens, kind, thick)
        pen.setColor(_mixed(pen.color(), QColor(tokens.surface), strength))
        if strength == 1.0:
            pen.setWidthF(pen.widthF() + 2)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
        painter.drawLines([QLineF(*one.one, *one.other) for one in some if not one.line.within])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for one in some:
            if one.line.within:
                painter.drawEllipse(QPointF(*one.one), one.ring, one.ring)


def _strength(look: tuple[tuple[float, Shown, int], list[LaidLine]]) -> float:
    return look[0][0]


def _mixed(colour: QColor, ground: QColor, part: float) -> QColor:
    """A colour that stands back as if one saw the ground through it."""
    red, green, blue = (
        round(part * one + (1 - part) * other)
        for one, other in (
            (colour.red(), ground.red()),
            (colour.green(), ground.green()),
            (colour.blue(), ground.blue()),
        )
    )
    return QColor(red, green, blue)


def paint_marks(
    painter: QPainter, laid: Laid, tokens: Tokens, chosen: Chosen, sprites: Sprites
) -> None:
    """The largest first, so that a small one is never covered; the chosen one has a ring."""
    ordered = sorted(laid.spots, key=lambda spot: spot.index == chosen.spot)
    for spot in ordered:
        if spot.index == chosen.spot:
            _draw_ring(painter, tokens, spot)
        for mark in spot.marks:
            picture, half = sprites.of(mark.kind, mark.size, mark.many)
            painter.drawPixmap(QPointF(mark.x - half, mark.y - half), picture)


def _draw_ring(painter: QPainter, tokens: Tokens, spot: LaidSpot) -> None:
    left = min(mark.x - mark.size * 1.2 for mark in spot.marks)
    right = max(mark.x + mark.size * 1.2 for mark in spot.marks)
    high = max(mark.size for mark in spot.marks) * 1.2
    box = QRectF(left - 5, spot.y - high - 5, right - left + 10, 2 * high + 10)
    painter.setPen(QPen(QColor(tokens.text), 2))
    painter.setBrush(QColor(tokens.soft))
    painter.drawRoundedRect(box, 10, 10)


def paint_names(
    painter: QPainter,
    scene: Scene,
    laid: Laid,
    view: View,
    tokens: Tokens,
    chosen: Chosen,
    taken: Iterable[Rect],
) -> None:
    """Places by their size, then towns to find one's way by; none covers another or a mark.

    ``taken`` is where buttons lie above the map.
    """
    room = Room(
        Rect(mark.x - mark.size, mark.y - mark.size, 2 * mark.size, 2 * mark.size)
        for spot in laid.spots
        for mark in spot.marks
    )
    for rect in (*taken, Rect(0, view.height - 44, BAR + 30, 44)):
        room.take(rect)
    ordered = sorted(laid.spots, key=lambda spot: spot.index != chosen.spot)
    bold = QFont(painter.font())
    bold.setWeight(QFont.Weight.DemiBold)
    names = placed(_spot_names(scene, ordered, bold), room, view.width, view.height, _MOST_NAMES)
    told = {scene.found.spots[spot.index].place.place for spot in laid.spots}
    towns = placed(
        _town_names(scene, view, told, painter.font()), room, view.width, view.height, _MOST_TOWNS
    )
    painter.setPen(QColor(tokens.muted))
    for wish, rect in towns:
        painter.setBrush(QColor(tokens.muted))
        painter.drawEllipse(QPointF(wish.x, wish.y), 1.5, 1.5)
        _draw_name(painter, tokens, tokens.muted, wish.text, rect)
    painter.setFont(bold)
    for wish, rect in names:
        _draw_name(painter, tokens, tokens.text, wish.text, rect)


def _spot_names(scene: Scene, spots: list[LaidSpot], font: QFont) -> Iterator[Wish]:
    metrics = QFontMetricsF(font)
    for spot in spots[:_NAMED]:
        text = scene.found.spots[spot.index].place.place
        width = metrics.horizontalAdvance(text) + 8
        yield Wish(text, spot.x, spot.y, width, metrics.height(), spot.reach + 5)


def _town_names(scene: Scene, view: View, told: set[str], font: QFont) -> Iterator[Wish]:
    metrics, seen = QFontMetricsF(font), view.box()
    for town in scene.ground.towns:
        if town.text in told:
            continue
        if seen.west < town.at[0] < seen.east and seen.north < town.at[1] < seen.south:
            x, y = view.to_screen(town.at)
            yield Wish(
                town.text, x, y, metrics.horizontalAdvance(town.text) + 8, metrics.height(), 4
            )


def _draw_name(painter: QPainter, tokens: Tokens, colour: str, text: str, rect: Rect) -> None:
    box = QRectF(rect.x, rect.y, rect.width, rect.height)
    ground = QColor(tokens.surface)
    ground.setAlpha(200)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor(colour))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def paint_bar(painter: QPainter, view: View, tokens: Tokens, text: str) -> None:
    """The scale bar at the lower left with its words above."""
    long = bar_km(view.scale, BAR) * view.scale
    left, low = 14.0, view.height - 14.0
    ground = QColor(tokens.surface)
    ground.setAlpha(220)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    wide = max(long, QFontMetricsF(painter.font()).horizontalAdvance(text))
    painter.drawRoundedRect(QRectF(left - 6, low - 26, wide + 12, 34), 4, 4)
    painter.setPen(QPen(QColor(tokens.text), 2))
    painter.drawPolyline(
        [
            QPointF(left, low - 5),
            QPointF(left, low),
            QPointF(left + long, low),
            QPointF(left + long, low - 5),
        ]
    )
    painter.drawText(QRectF(left, low - 24, 200, 18), Qt.AlignmentFlag.AlignVCenter, text)
