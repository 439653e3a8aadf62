"""Who is on the telephone, large enough to read: a card for each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from mentorapp.domain.protection import Protection
from mentorapp.operations.telephone import Speaker
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.labels import label
from mentorapp.words.spoken import language_of, say_spoken
from ui.format import capital, isolated, plain_label
from ui.theme import Tone
from ui.widgets.badge import Badge

#: Two cards stand side by side from this width on.
_SIDE_BY_SIDE = 620


class SpeakerCards(QWidget):
    """One card for a person, two for a pair; below each other where it is narrow."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self._words = words
        self._cards: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)

    def show_speakers(self, speakers: Sequence[Speaker]) -> None:
        """Cards for these."""
        for card in self._cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [_card(self._words, one) for one in speakers]
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        across = 2 if self.width() >= _SIDE_BY_SIDE and len(self._cards) > 1 else 1
        for at, card in enumerate(self._cards):
            self._grid.addWidget(card, at // across, at % across)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if across > 1 else 0)


def _card(words: Words, speaker: Speaker) -> QFrame:
    _ = words.text
    callee = speaker.callee
    card = QFrame()
    card.setObjectName("card")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(16, 12, 16, 12)
    layout.setSpacing(6)
    role = _("mentor") if callee.is_mentor else _("newcomer")
    native = isolated(speaker.native_name)
    about = [capital(role), _("No. %(number)s") % {"number": speaker.number}, native]
    layout.addWidget(_wrapped(callee.name, "h1"))
    layout.addWidget(_wrapped(" · ".join(filter(None, about)), "muted"))
    if callee.protection is not Protection.NONE:
        badges = QHBoxLayout()
        badges.addWidget(Badge(label(words, callee.protection), Tone.WARN))
        badges.addStretch()
        layout.addLayout(badges)
    phone = _wrapped(
        callee.phone or _("No phone number here"), "phone" if callee.phone else "muted"
    )
    phone.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    phone.setAccessibleName(": ".join((_("Phone"), phone.text())))
    layout.addWidget(phone)
    facts = QFormLayout()
    facts.setHorizontalSpacing(16)
    facts.setVerticalSpacing(4)
    facts.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    for name, value in _facts(words, speaker):
        said = _wrapped(value)
        said.setAccessibleName(f"{name}: {value}")
        named = plain_label(name, "muted")
        named.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        facts.addRow(named, said)
    layout.addLayout(facts)
    layout.addStretch()
    return card


def _facts(words: Words, speaker: Speaker) -> list[tuple[str, str]]:
    _ = words.text
    code = speaker.callee.interpreter
    of_both = speaker.newcomer_status is not None and speaker.mentor_status is not None
    facts = [
        (
            _("As newcomer") if of_both else _("Status"),
            capital(label(words, speaker.newcomer_status)) if speaker.newcomer_status else "",
        ),
        (
            _("As mentor") if of_both else _("Status"),
            capital(label(words, speaker.mentor_status)) if speaker.mentor_status else "",
        ),
        (_("Organisation"), isolated(speaker.organisation)),
        (_("Interpreter"), capital(language_of(words, code)) if code else ""),
        (field_label(words, "languages"), capital(say_spoken(words, speaker.languages))),
        (field_label(words, "letter_language"), label(words, speaker.letter_language)),
        (
            _("Waits for a mentor since"),
            words.date(speaker.waits_since) if speaker.waits_since else "",
        ),
    ]
    return [(name, value) for name, value in facts if value]


def _wrapped(text: str, name: str = "") -> QLabel:
    made = plain_label(text, name)
    made.setWordWrap(True)
    return made
