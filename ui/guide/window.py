"""The guide in a window of its own: contents and search at the left, one page at the right."""

from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QImage,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
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
from ui.guide.texts import guide, holding, picture, with_captions
from ui.widgets.room import within_screen

_KEY = Qt.ItemDataRole.UserRole


class _Reader(QTextBrowser):
    """Fetches nothing, neither from the network nor from the disk, but the guide's own pictures."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language, self._text = language, ""
        self._laid_out_for = 0
        # Always there: the page would be laid out anew while it is laid out, when one appears.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(50)
        self._soon.timeout.connect(self._fit)

    def show_text(self, text: str) -> None:
        """Show a page from its beginning."""
        self._text = text
        self._lay_out()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        found = QImage.fromData(picture(self._language, QUrl(name).path()))
        return None if found.isNull() else self._fitted(found)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._text and self._laid_out_for != self.viewport().width():
            self._soon.start()

    def _fit(self) -> None:
        """Show as much of the pictures as before, in the new width."""
        bar = self.verticalScrollBar()
        read = bar.value() / max(1, bar.maximum())
        self._lay_out()
        bar.setValue(round(read * bar.maximum()))

    def _lay_out(self) -> None:
        self._laid_out_for = self.viewport().width()
        self.setMarkdown(with_captions(self._text))
        self._calm_headings()

    def _calm_headings(self) -> None:
        """As large as those of the window: Qt makes the first ones twice as large as the text."""
        base = self.font().pointSizeF()
        block = self.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            if level:
                cursor = QTextCursor(block)
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                looks = cursor.charFormat()
                looks.clearProperty(QTextFormat.Property.FontSizeAdjustment)
                looks.setFontPointSize(base * (1.6 if level == 1 else 1.25))
                cursor.setCharFormat(looks)
            block = block.next()

    def _fitted(self, found: QImage) -> QImage:
        """As wide as the page has room, drawn for the points of this screen."""
        sharp = self.devicePixelRatioF()
        margins = 2 * round(self.document().documentMargin()) + 4
        room = round(max(200, self.viewport().width() - margins) * sharp)
        if found.width() > room:
            smooth = Qt.TransformationMode.SmoothTransformation
            found = found.scaledToWidth(room, smooth)
        found.setDevicePixelRatio(sharp)
        return found


class GuideWindow(QWidget):
    """Stays open beside the window; the same one shows whatever is asked for next."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        _ = words.text
        self._pages = guide(words.language)
        self.setWindowTitle(_("User guide"))
        self.resize(within_screen(self, QSize(1180, 800)))
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Search the guide …"))
        self.search.setAccessibleName(_("Search the guide"))
        self.search.setClearButtonEnabled(True)
        self.contents = QListWidget()
        self.contents.setAccessibleName(_("Contents"))
        self.contents.setWordWrap(True)
        self.nothing = plain_label(_("No page holds these words."), "muted")
        self.nothing.setWordWrap(True)
        self.reader = _Reader(words.language)
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
        self.reader.show_text(page.text)
        word = self.search.text().strip()
        if word:
            self.reader.find(word)
