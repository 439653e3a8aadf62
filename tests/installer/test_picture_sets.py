"""The pictures that pages show are those that ``make pictures`` takes."""

import re

import numpy as np
from PySide6.QtGui import QColor, QImage, QPainter

from installer.few_colours import few_colours
from installer.picture_sets import ROOT, docs, guide
from mentorapp.words import LANGUAGES


def taken() -> set[str]:
    return {f"{name}{job.suffix}.png" for job in docs() for name in job.only}


def test_the_page_of_pictures_shows_nothing_that_is_not_taken_and_every_language() -> None:
    page = (ROOT / "docs" / "pictures.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"\(pictures/(.*?)\)", page))
    assert shown <= taken()
    for language in LANGUAGES:
        for look in ("light", "dark"):
            assert f"today-{language}-{look}.png" in shown
            assert f"today-{language}-{look}-200.png" in shown


def test_every_picture_of_the_page_has_an_alternative_text() -> None:
    page = (ROOT / "docs" / "pictures.md").read_text(encoding="utf-8")
    assert "![]" not in page


def test_the_guide_gets_its_pictures_in_the_languages_it_is_written_in() -> None:
    assert {job.language for job in guide()} == {"nb", "en"}


def test_few_colours_keep_what_is_seen_most_and_come_near_to_the_rest() -> None:
    image = QImage(130, 90, QImage.Format.Format_RGB32)
    image.fill(QColor("#1d5fa8"))
    painter = QPainter(image)
    for shade in range(90):
        for at in range(4):
            painter.setPen(QColor(shade, 2 * shade, 40 * at))
            painter.drawPoint(at, shade)
    painter.end()
    small = few_colours(image)
    assert small.size() == image.size()
    assert len(small.colorTable()) <= 256
    assert small.pixelColor(60, 60) == QColor("#1d5fa8")
    parts = [
        (getattr(small.pixelColor(at, y), name)(), getattr(image.pixelColor(at, y), name)())
        for at in range(4)
        for y in range(90)
        for name in ("red", "green", "blue")
    ]
    assert int(np.abs(np.diff(np.array(parts), axis=1)).max()) < 60


def test_a_small_badge_keeps_its_green_beside_all_the_greys_of_letters() -> None:
    image = QImage(256, 260, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for shade in range(256):
        painter.setPen(QColor(shade, shade, max(0, shade - 1)))
        painter.drawLine(shade, 0, shade, 129)
        painter.setPen(QColor(shade, shade, shade))
        painter.drawLine(shade, 130, shade, 259)
    painter.fillRect(0, 0, 4, 4, QColor("#dfeee6"))
    painter.end()
    assert few_colours(image).pixelColor(1, 1) == QColor("#dfeee6")
