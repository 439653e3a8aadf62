from PySide6.QtGui import QTextCursor, QTextFormat
from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from ui.guide.window import GuideWindow


def widths(guide: GuideWindow) -> list[float]:
    """How wide the pictures of the page are drawn."""
    document, found = guide.reader.document(), []
    cursor = QTextCursor(document)
    while cursor.movePosition(QTextCursor.MoveOperation.NextCharacter):
        name = cursor.charFormat().property(QTextFormat.Property.ImageName)
        if name:
            picture = guide.reader.loadResource(2, name)
            found.append(picture.deviceIndependentSize().width())
    return found


def test_pictures_are_as_wide_as_the_page_has_room(qtbot: QtBot, words: Words) -> None:
    guide = GuideWindow(words)
    qtbot.addWidget(guide)
    guide.resize(760, 600)
    guide.show()
    guide.show_topic("today")
    narrow = widths(guide)
    assert narrow
    assert max(narrow) < guide.reader.viewport().width()
    guide.resize(1100, 600)
    qtbot.waitUntil(lambda: not guide.reader._soon.isActive())
    assert max(narrow) < max(widths(guide)) < guide.reader.viewport().width()
    assert guide.reader.toPlainText().startswith("Today\n")


def test_text_after_a_heading_is_as_small_as_other_text(qtbot: QtBot, words: Words) -> None:
    guide = GuideWindow(words)
    qtbot.addWidget(guide)
    guide.show()
    guide.show_topic("today")
    guide.show_topic("pairings")
    heading = guide.reader.document().begin()
    under = heading.next()
    size = heading.begin().fragment().charFormat().fontPointSize()
    assert size > guide.reader.font().pointSizeF()
    assert under.begin().fragment().charFormat().fontPointSize() == 0
