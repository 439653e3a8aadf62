import gc

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QApplication

from ui.icons import icon


def colours(picture: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    image = picture.pixmap(QSize(48, 48), 1.0, mode).toImage()
    points = [image.pixelColor(x, y) for x in range(48) for y in range(48)]
    return {point.name() for point in points if point.alpha() == 255}


def test_an_icon_takes_the_colour_of_its_role(qapp: QApplication) -> None:
    role = QPalette.ColorRole.PlaceholderText
    assert colours(icon("search", role)) == {qapp.palette().color(role).name()}


def test_a_selected_icon_stands_out_from_the_selection(qapp: QApplication) -> None:
    wanted = qapp.palette().color(QPalette.ColorRole.HighlightedText).name()
    assert colours(icon("house"), QIcon.Mode.Selected) == {wanted}


def test_a_tone_overrules_the_palette_but_not_the_sleep(qapp: QApplication) -> None:
    assert colours(icon("info", colour="#a8261d")) == {"#a8261d"}
    assert "#a8261d" not in colours(icon("info", colour="#a8261d"), QIcon.Mode.Disabled)


def test_a_scaled_screen_gets_every_point_it_has(qapp: QApplication) -> None:
    drawn = icon("printer").pixmap(QSize(16, 16), 2.0)
    assert drawn.size() == QSize(32, 32)
    assert drawn.devicePixelRatio() == 2.0


def test_copies_outlive_the_icon_they_came_from(qapp: QApplication) -> None:
    original = icon("mail")
    copy = QIcon(original)
    copy.pixmap(QSize(16, 16))
    del original
    gc.collect()
    assert colours(copy)


def test_a_name_that_does_not_ship_is_found_at_once(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")
