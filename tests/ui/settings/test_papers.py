"""How the office prints, chosen in the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from mentorapp.domain.envelopes import Envelope
from mentorapp.domain.letters import LetterKind
from mentorapp.domain.office_pictures import Pictures, PictureUse
from mentorapp.domain.picture_errors import PictureTrouble, UnusablePicture
from mentorapp.operations import office_pictures, offices
from tests.pictures import a_png
from tests.ui.pairs_office import PairsOffice
from ui.settings.drawings import as_png, is_drawing
from ui.settings.page import SettingsPage
from ui.settings.papers_dialog import PapersDialog
from ui.settings.pictures_dialog import PicturesDialog

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'viewBox="0 0 20 10"><rect width="10" height="10" fill="#ff0000"/>%s</svg>'
)


def press(page: SettingsPage, text: str, qtbot: QtBot) -> None:
    button = next(one for one in page.findChildren(QPushButton) if one.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_window_of_ones_own_is_measured_and_refused_where_it_shows_too_much(
    page: SettingsPage, qtbot: QtBot, pairs_office: PairsOffice
) -> None:
    press(page, "Edit papers", qtbot)
    dialog = next(one for one in page.findChildren(PapersDialog))
    assert not dialog.measures["left"].isEnabled()
    dialog.envelope.set_value(Envelope.OWN)
    for name, text in zip(dialog.measures, "15 20 105 35 229 162".split(), strict=True):
        dialog.measures[name].set_value(text)
    dialog.letter_footer.set_value("Rådhuset\nTorget 1")
    dialog.letters_off.set_value({LetterKind.THANKS})
    dialog.double_sided.set_value(True)
    dialog.least_shown.set_number(7)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    told = dialog.findChildren(QLabel, "problem")
    qtbot.waitUntil(lambda: any("24 mm" in one.text() for one in told))
    dialog.measures["top"].set_value("44,5")
    with qtbot.waitSignal(page.office_saved):
        qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    office = pairs_office.read(offices.read)
    assert office.own_window["top"] == 445
    assert (office.letter_footer, office.double_sided) == ("Rådhuset\nTorget 1", True)
    assert (office.letters_off, office.least_shown) == ({"thanks"}, 7)


def test_a_logo_is_chosen_looked_at_and_removed(
    page: SettingsPage, qtbot: QtBot, pairs_office: PairsOffice, tmp_path: Path
) -> None:
    file = tmp_path / "logo.svg"
    file.write_text(SVG % "", encoding="utf-8")
    press(page, "Logo and signatures …", qtbot)
    dialog = next(one for one in page.findChildren(PicturesDialog))
    with qtbot.waitSignal(dialog.shown):
        pass

    def logo() -> bytes:
        pictures: Pictures = pairs_office.read(office_pictures.read)
        return pictures.logo

    def remove_button() -> QPushButton:
        buttons = dialog.findChildren(QPushButton)
        return next(one for one in buttons if one.accessibleName() == "Remove: Logo")

    assert not remove_button().isEnabled()
    with qtbot.waitSignal(dialog.shown):
        dialog.take(PictureUse.LOGO, "", file)
    assert QImage.fromData(logo()).width() > 400
    file.write_bytes(b"no picture")
    dialog.take(PictureUse.LOGO, "", file)
    qtbot.waitUntil(lambda: "PNG" in dialog.message_bar.text)
    with qtbot.waitSignal(dialog.shown):
        qtbot.mouseClick(remove_button(), Qt.MouseButton.LeftButton)
    assert logo() == b""


def test_a_drawing_becomes_points_in_its_proportions_and_stays_transparent() -> None:
    data = (SVG % "").encode()
    assert is_drawing(data)
    assert not is_drawing(a_png(4, 4))
    image = QImage.fromData(as_png(data))
    assert (image.width(), image.height()) == (852, 426)
    assert image.pixelColor(100, 100).name() == "#ff0000"
    assert image.pixelColor(800, 100).alpha() == 0


@pytest.mark.parametrize(
    ("inside", "trouble"),
    [
        ('<image xlink:href="file:///etc/passwd"/>', PictureTrouble.POINTS_ELSEWHERE),
        ("<image href='logo.png'/>", PictureTrouble.POINTS_ELSEWHERE),
        ("<style>@import 'http://x';</style>", PictureTrouble.POINTS_ELSEWHERE),
        ('<rect fill="url(http://x/#a)"/>', PictureTrouble.POINTS_ELSEWHERE),
        ("<g", PictureTrouble.DAMAGED),
    ],
)
def test_a_drawing_that_fetches_from_elsewhere_or_is_damaged_is_refused(
    inside: str, trouble: PictureTrouble
) -> None:
    with pytest.raises(UnusablePicture) as refused:
        as_png((SVG % inside).encode())
    assert refused.value.trouble is trouble


def test_what_a_drawing_holds_in_itself_is_no_reference_elsewhere() -> None:
    own = '<defs><g id="a"/></defs><use xlink:href="#a"/><rect fill="url(#a)"/>'
    assert as_png((SVG % own).encode())
