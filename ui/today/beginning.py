"""Where to begin: what Today shows in place of its list while the office holds nobody."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mentorapp.words import Words
from ui.format import plain_label
from ui.widgets.buttons import picture_button

_WIDEST = 760


class Beginning(QScrollArea):
    """Three steps in words, each with the buttons that lead there."""

    page_wanted = Signal(str)
    """The key of a page of the side bar."""
    import_wanted = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.text
        self._words = words
        self.settings = self._to_page(_("Open settings"), "settings", "settings", primary=True)
        self.importing = picture_button(_("Import a list …"), "download", self.import_wanted.emit)
        self.mentors = self._to_page(_("Register mentors"), "users", "mentors")
        self.newcomers = self._to_page(_("Register newcomers"), "user-plus", "newcomers")
        self.pairs = self._to_page(_("Find pairs"), "link", "pairing")
        self.office_hint = plain_label("", "muted")
        heading = plain_label(_("Begin here"), "h1")
        hint = plain_label(
            _(
                "This office is empty. Three steps lead to the first pair; you can take them in "
                "any order and come back here."
            ),
            "muted",
        )
        sheet = QWidget()
        sheet.setObjectName("sheet")
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(20, 16, 20, 12)
        inside.setSpacing(12)
        inside.addWidget(heading)
        hint.setWordWrap(True)
        inside.addWidget(hint)
        people = plain_label(
            _(
                "Lists of mentors, newcomers and organisations from a spreadsheet, or one person "
                "at a time."
            ),
            "muted",
        )
        pairs = plain_label(
            _("The program proposes who fits whom, and says why. You decide."), "muted"
        )
        for title, said, buttons in (
            (_("1. Fill in the office"), self.office_hint, [self.settings]),
            (
                _("2. Import your lists or register people"),
                people,
                [self.importing, self.mentors, self.newcomers],
            ),
            (_("3. Find pairs"), pairs, [self.pairs]),
        ):
            inside.addWidget(_step(title, said, buttons))
        inside.addStretch()
        self.setWidget(sheet)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.show_office(filled_in=False)

    def show_office(self, *, filled_in: bool) -> None:
        """Whether the first step is behind."""
        _ = self._words.text
        self.office_hint.setText(
            _("This is done.")
            if filled_in
            else _("Name, address, phone and coordinators stand on every letter.")
        )

    def _to_page(self, text: str, picture: str, key: str, *, primary: bool = False) -> QPushButton:
        return picture_button(text, picture, lambda: self.page_wanted.emit(key), primary=primary)


def _step(title: str, said: QLabel, buttons: list[QPushButton]) -> QFrame:
    card = QFrame()
    card.setObjectName("card")
    card.setMaximumWidth(_WIDEST)
    row = QHBoxLayout()
    row.setSpacing(10)
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    column = QVBoxLayout(card)
    column.setContentsMargins(16, 14, 16, 14)
    column.setSpacing(8)
    column.addWidget(plain_label(title, "h2"))
    said.setWordWrap(True)
    column.addWidget(said)
    column.addLayout(row)
    return card
