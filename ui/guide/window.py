"""The guide in a window of its own: contents and search at the left, one page at the right."""

from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from mentorapp.words import Words
from ui.format import plain_label
from ui.guide.texts import guide, holding

_KEY = Qt.ItemDataRole.UserRole


class _Reader(QTextBrowser):
    """Fetches nothing: neither from the network nor from the disk."""

    def loadResource(self, _type: int, _name: QUrl | str) -> Any:
        return None


class GuideWindow(QWidget):
    """Stays open beside the window; the same one shows whatever is asked for next."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        _ = words.text
        self._pages = guide(words.language)
        self.setWindowTitle(_("User guide"))
        room = self.screen().availableGeometry().size()
        self.resize(QSize(920, 680).boundedTo(QSize(room.width() - 40, room.height() - 80)))
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Search the guide …"))
        self.search.setAccessibleName(_("Search the guide"))
        self.search.setClearButtonEnabled(True)
        self.contents = QListWidget()
        self.contents.setAccessibleName(_("Contents"))
        self.contents.setWordWrap(True)
        self.nothing = plain_label(_("No page holds these words."), "muted")
        self.nothing.setWordWrap(True)
        self.reader = _Reader()
        self.reader.setOpenLinks(False)
        self.reader.setAccessibleName(_("Page of the guide"))
        self.reader.document().setDocumentMargin(20)
        left = QVBoxLayout()
        left.setSpacing(8)
        for part in (self.search, self.nothing, self.contents):
            left.addWidget(part)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(left, 2)
        layout.addWidget(self.reader, 5)
        self.search.textChanged.connect(self._list)
        self.contents.currentItemChanged.connect(self._turn)
        self.reader.anchorClicked.connect(lambda link: self.show_topic(link.path()))
        self._list("")

    def show_topic(self, key: str) -> None:
        """Open a page by its key; what is no page of the guide is not followed."""
        if key not in [page.key for page in self._pages]:
            return
        self.search.clear()
        for row in range(self.contents.count()):
            if self.contents.item(row).data(_KEY) == key:
                self.contents.setCurrentRow(row)

    def _list(self, wanted: str) -> None:
        found = holding(self._pages, wanted)
        self.contents.clear()
        for page in found:
            item = QListWidgetItem(page.title, self.contents)
            item.setData(_KEY, page.key)
        self.nothing.setVisible(not found)
        if found:
            self.contents.setCurrentRow(0)

    def _turn(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        page = next(page for page in self._pages if page.key == item.data(_KEY))
        self.reader.setMarkdown(page.text)
        self.reader.moveCursor(QTextCursor.MoveOperation.Start)
        word = self.search.text().strip()
        if word:
            self.reader.find(word)
