"""The map in its window, used by mouse and by keyboard, with a real office behind it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from mentorapp.operations.pair_map import Shown
from tests.mentorapp.operations.registering import newcomer, register
from tests.ui.pair_map.conftest import AMINA, ORNES, MapOffice, Opened
from tests.ui.pairs_office import freed
from ui.pair_map import canvas
from ui.pair_map.window import MapWindow
from ui.theme import DARK, HIGH_CONTRAST, LIGHT, apply

KEY = Qt.Key


def places(window: MapWindow) -> list[str]:
    return [row.spot.place.place for row in window.panel.places.model.shown_rows()]


def there(window: MapWindow) -> list[tuple[str, str]]:
    return [(row.name, row.what) for row in window.panel.people.model.shown_rows()]


def press(qtbot: QtBot, window: MapWindow, *keys: Qt.Key) -> None:
    window.canvas.setFocus()
    for key in keys:
        qtbot.keyClick(window.canvas, key)


def chosen_place(window: MapWindow) -> str:
    row = window.panel.places.table.current_row()
    assert row is not None
    return row.spot.place.place


def painted(window: MapWindow) -> tuple[int, list[Shown]]:
    """How many places, and the kinds of the lines."""
    laid = window.canvas.laid
    return len(laid.spots), [one.line.kind for one in laid.lines]


def spot_at(window: MapWindow, name: str) -> QPoint:
    """The pixel of a place's first mark."""
    scene = window.scene
    assert scene is not None
    names = [spot.place.place for spot in scene.found.spots]
    (spot,) = [one for one in window.canvas.laid.spots if names[one.index] == name]
    return QPointF(spot.marks[0].x, spot.marks[0].y).toPoint()


def test_places_and_counts_are_listed_and_none_is_chosen_at_first(window: MapWindow) -> None:
    assert sorted(places(window)) == ["Bodø", "Fauske", "Rognan"]
    assert places(window)[0] == "Bodø"
    row = window.panel.places.model.shown_rows()[0]
    texts = [column.text(row) for column in window.panel.places.model.columns]
    assert texts[:4] == ["Bodø", "2", "1", ""]
    assert there(window) == []
    assert not window.missing.isVisible()


def test_the_next_place_by_size_is_chosen_by_key_and_told(qtbot: QtBot, window: MapWindow) -> None:
    press(qtbot, window, KEY.Key_PageDown)
    assert window.panel.heading.text().startswith("Bodø: 2 newcomers wait, 1 mentor has room")
    assert window.canvas.accessibleDescription() == window.panel.heading.text()
    assert there(window)[:3] == [
        (AMINA, "Newcomer, has waited 11 days"),
        ("Sahra Guled", "Newcomer, has waited 10 days"),
        ("Marit Bekkelund", "Mentor, room for 3"),
    ]
    press(qtbot, window, KEY.Key_PageUp)
    assert window.panel.heading.text().startswith("Rognan (Saltdal): 1 pair")
    press(qtbot, window, KEY.Key_PageDown)
    assert window.panel.heading.text().startswith("Bodø")


def test_enter_goes_to_who_is_there_and_enter_again_opens_the_person(
    qtbot: QtBot, window: MapWindow, map_office: MapOffice
) -> None:
    press(qtbot, window, KEY.Key_PageDown, KEY.Key_Return)
    table = window.panel.people.table
    qtbot.waitUntil(table.hasFocus)
    with qtbot.waitSignal(window.open_person) as opened:
        qtbot.keyClick(table, KEY.Key_Return)
    assert opened.args == [map_office.people[AMINA]]


def test_a_pair_in_the_list_opens_the_pair_and_a_proposal_the_newcomer(
    qtbot: QtBot, window: MapWindow, map_office: MapOffice
) -> None:
    press(qtbot, window, KEY.Key_PageUp)
    ((names, what),) = there(window)
    assert what == f"Pair {map_office.pair.number}, 18 km to Fauske"
    assert "Ali Hassan" in names
    with qtbot.waitSignal(window.open_pairing) as opened:
        window.panel.people.table.setFocus()
        qtbot.keyClick(window.panel.people.table, KEY.Key_Return)
    assert opened.args == [map_office.pair.id]
    press(qtbot, window, KEY.Key_PageDown)
    rows = window.panel.people.model.shown_rows()
    (proposal,) = [row for row in rows if row.what.startswith("Proposal, the same postal place")][
        :1
    ]
    assert window.panel.people.table.select_row(proposal.id)
    with qtbot.waitSignal(window.open_person) as opened:
        button = window.panel.people.findChild(QPushButton)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened.args == [proposal.person_id]


def test_a_click_on_a_mark_chooses_its_place_and_one_on_the_sea_nothing(
    qtbot: QtBot, window: MapWindow
) -> None:
    qtbot.mouseClick(window.canvas, Qt.MouseButton.LeftButton, pos=spot_at(window, "Fauske"))
    assert window.panel.heading.text().startswith("Fauske: 1 newcomer waits, 1 pair")
    assert chosen_place(window) == "Fauske"
    qtbot.mouseClick(window.canvas, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert window.panel.heading.text() == "Who is there"
    assert window.panel.places.table.current_row() is None


def test_a_click_on_a_line_tells_the_pair_and_how_far_apart_they_live(
    qtbot: QtBot, window: MapWindow, map_office: MapOffice
) -> None:
    (line,) = [one for one in window.canvas.laid.lines if one.line.kind is Shown.PAIRS]
    middle = (QPointF(*line.one) + QPointF(*line.other)) / 2
    qtbot.mouseClick(window.canvas, Qt.MouseButton.LeftButton, pos=middle.toPoint())
    assert window.panel.heading.text() == "Fauske – Rognan (Saltdal), 18 km: 1 pair"
    ((_, what),) = there(window)
    assert what == f"Pair {map_office.pair.number}, mentor in Fauske"


def test_escape_lets_go_of_what_is_chosen_before_it_closes(qtbot: QtBot, window: MapWindow) -> None:
    press(qtbot, window, KEY.Key_PageDown, KEY.Key_Escape)
    assert window.isVisible()
    assert there(window) == []
    press(qtbot, window, KEY.Key_Escape)
    assert not window.isVisible()


def test_a_place_chosen_in_the_list_is_marked_on_the_map_and_comes_into_sight(
    qtbot: QtBot, window: MapWindow
) -> None:
    for _ in range(12):
        window.canvas.zoom(2)
    press(qtbot, window, *[KEY.Key_Left] * 30)
    assert window.canvas.laid.spots == ()
    table = window.panel.places.table
    table.setFocus()
    table.setCurrentIndex(table.model().index(1, 0))
    name = chosen_place(window)
    assert window.panel.heading.text().startswith(name)
    assert window.canvas.rect().contains(spot_at(window, name))


def test_a_kind_that_is_not_ticked_is_neither_painted_nor_listed(
    qtbot: QtBot, window: MapWindow
) -> None:
    boxes = window.filters.boxes
    for kind in (Shown.WAITING, Shown.FREE, Shown.PROPOSALS):
        boxes[kind].click()
    assert sorted(places(window)) == ["Fauske", "Rognan"]
    assert painted(window) == (2, [Shown.PAIRS])
    boxes[Shown.PAIRS].click()
    assert places(window) == []
    assert painted(window) == (0, [])
    press(qtbot, window, KEY.Key_PageDown)
    assert there(window) == []


def test_another_scheme_shows_its_own_people(
    window: MapWindow, map_office: MapOffice, settle: Callable[[], None], qtbot: QtBot
) -> None:
    names = [window.filters.scheme.itemText(at) for at in range(window.filters.scheme.count())]
    assert names[0] == "All schemes"
    window.filters.scheme.setCurrentIndex(names.index("Work mentor"))
    window.filters.scheme.activated.emit(names.index("Work mentor"))
    qtbot.waitUntil(lambda: "Rognan" not in places(window), timeout=5000)
    assert "Bodø" in places(window)


def test_what_is_registered_meanwhile_is_seen_and_the_choice_stays(
    qtbot: QtBot, window: MapWindow, map_office: MapOffice
) -> None:
    press(qtbot, window, KEY.Key_PageUp)
    seen = window.canvas.view
    window.worker.write(window, lambda tx: register(tx, newcomer("Oda Open", postal_code=ORNES)))
    qtbot.waitUntil(lambda: "Ørnes" in places(window), timeout=5000)
    assert window.panel.heading.text().startswith("Rognan (Saltdal): 1 pair")
    assert window.canvas.view == seen


def test_wheel_keys_buttons_and_drag_move_the_map(qtbot: QtBot, window: MapWindow) -> None:
    canvas = window.canvas
    fitted = canvas.view
    turn = QWheelEvent(
        QPointF(100, 100), canvas.mapToGlobal(QPointF(100, 100)), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    held = fitted.to_flat(100, 100)
    QApplication.sendEvent(canvas, turn)
    assert canvas.view.scale == pytest.approx(fitted.scale * 1.2)
    assert canvas.view.to_flat(100, 100) == pytest.approx(held)
    press(qtbot, window, KEY.Key_Minus, KEY.Key_Plus, KEY.Key_Right, KEY.Key_Up)
    assert canvas.view.middle != fitted.middle
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    before = canvas.view
    qtbot.mouseMove(canvas, QPoint(260, 230))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(260, 230))
    assert canvas.view == before.moved(60, 30)
    assert there(window) == [], "a drag chooses nobody"
    press(qtbot, window, KEY.Key_Home)
    assert canvas.view == fitted
    names = [button.accessibleName() for button in canvas.findChildren(QPushButton)]
    assert names == ["Zoom in", "Zoom out", "Show all places (Home)"]
    zoom_in, zoom_out, show_all = canvas.findChildren(QPushButton)
    qtbot.mouseClick(zoom_in, Qt.MouseButton.LeftButton)
    assert canvas.view.scale > fitted.scale
    qtbot.mouseClick(zoom_out, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(zoom_out, Qt.MouseButton.LeftButton)
    assert canvas.view.scale < fitted.scale
    qtbot.mouseClick(show_all, Qt.MouseButton.LeftButton)
    assert canvas.view == fitted


def test_who_is_not_on_the_map_is_counted_below_it(
    qtbot: QtBot, window: MapWindow, map_office: MapOffice
) -> None:
    window.worker.write(window, lambda tx: register(tx, newcomer("No Where", postal_code="")))
    qtbot.waitUntil(window.missing.isVisible, timeout=5000)
    assert window.missing.text() == (
        "1 person is not on the map: an address is protected or the postal code is not known."
    )


def test_an_office_with_nobody_shows_the_country_and_says_so(
    open_map: Opened, settle: Callable[[], None]
) -> None:
    window = open_map()
    settle()
    assert places(window) == []
    shown = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("Nobody is on the map. It shows people") for text in shown)
    picture = window.canvas.grab().toImage()
    colours = {picture.pixelColor(x, 300).name() for x in range(0, picture.width(), 3)}
    assert {LIGHT.side, LIGHT.surface} <= colours, "land and sea"
    window.close()


@pytest.mark.parametrize("tokens", [LIGHT, DARK, HIGH_CONTRAST])
def test_the_map_wears_the_colours_of_the_window(
    qapp: QApplication, window: MapWindow, tokens: object
) -> None:
    apply(qapp, tokens)  # type: ignore[arg-type]
    try:
        picture = window.canvas.grab().toImage()
        at = spot_at(window, "Fauske")
        assert picture.pixelColor(at.x() - 3, at.y()) == QColor(tokens.warn)  # type: ignore[attr-defined]
    finally:
        apply(qapp, LIGHT)


def test_the_mouse_is_told_what_lies_under_it(window: MapWindow) -> None:
    at = spot_at(window, "Bodø")
    assert window.canvas.tip(at.x(), at.y()).startswith("<p>Bodø: 2 newcomers wait")
    assert window.canvas.tip(5, 5) == ""


def test_it_is_freed_when_it_is_closed(qtbot: QtBot, window: MapWindow) -> None:
    window.close()
    freed(qtbot, window)


def test_it_holds_together_in_a_narrow_window(window: MapWindow) -> None:
    window.resize(640, 480)
    QApplication.processEvents()
    assert window.canvas.isVisible()
    assert window.panel.places.table.isVisible()
    assert window.width() <= 760


def test_zooming_by_key_keeps_the_chosen_place_where_it_is(qtbot: QtBot, window: MapWindow) -> None:
    press(qtbot, window, KEY.Key_PageUp)
    at = spot_at(window, "Rognan")
    press(qtbot, window, KEY.Key_Plus)
    assert spot_at(window, "Rognan") == at


def test_a_crowded_map_follows_the_keys_at_once_and_is_painted_anew_when_they_rest(
    qtbot: QtBot, window: MapWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(canvas, "_MUCH", 0)
    window.canvas.grab()
    at = spot_at(window, "Fauske")
    press(qtbot, window, KEY.Key_Right)
    assert spot_at(window, "Fauske").x() < at.x()
    moved = window.canvas.grab().toImage()
    qtbot.waitUntil(lambda: not window.canvas.moving)
    anew = window.canvas.grab().toImage()
    there = spot_at(window, "Fauske") - QPoint(3, 0)
    assert moved.pixelColor(there) == anew.pixelColor(there) == QColor(LIGHT.warn)


def test_all_stays_in_sight_in_a_window_of_another_size_until_somebody_moves_the_map(
    qtbot: QtBot, window: MapWindow
) -> None:
    small = window.canvas.view
    window.resize(1180, 560)
    qtbot.waitUntil(lambda: window.canvas.view.height < small.height)
    fitted = window.canvas.view
    assert fitted.scale < small.scale
    press(qtbot, window, KEY.Key_Plus)
    nearer = window.canvas.view.scale
    window.resize(1180, 760)
    qtbot.waitUntil(lambda: window.canvas.view.height > fitted.height)
    assert window.canvas.view.scale == nearer
