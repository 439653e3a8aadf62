"""Small texts and marks about people that lists, cards and the form have in common."""

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.domain.protection import Protection
from mentorapp.reference.languages import languages
from mentorapp.reference.word_lists import WordLists
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.ties import say_tied
from ui.format import capital, plain_label
from ui.people.submission import Saved
from ui.theme import Tone
from ui.widgets.tone_icon import ToneIcon

MENTOR_TONES = {
    MentorStatus.APPLIED: Tone.WARN,
    MentorStatus.INTERVIEWED: Tone.INFO,
    MentorStatus.APPROVED: Tone.OK,
    MentorStatus.PAUSED: Tone.MUTED,
    MentorStatus.ENDED: Tone.MUTED,
}
NEWCOMER_TONES = {
    NewcomerStatus.REGISTERED: Tone.INFO,
    NewcomerStatus.READY: Tone.WARN,
    NewcomerStatus.WAITING: Tone.WARN,
    NewcomerStatus.PAIRED: Tone.OK,
    NewcomerStatus.COMPLETED: Tone.MUTED,
    NewcomerStatus.WITHDRAWN: Tone.MUTED,
}


def status_text(words: Words, status: MentorStatus | NewcomerStatus) -> str:
    """The status as a badge and a filter show it."""
    return capital(label(words, status))


@lru_cache(maxsize=4096)
def _language_names(codes: tuple[str, ...], language: str) -> str:
    known = languages()
    names = [known[code].name(language) if code in known else code for code in codes]
    return capital(", ".join(names))


def language_names(words: Words, codes: Iterable[str]) -> str:
    """The languages one after the other; remembered, as a list asks 20,000 times."""
    return _language_names(tuple(codes), words.language)


@lru_cache(maxsize=4096)
def _interest_names(keys: frozenset[str], language: str, lists: WordLists) -> str:
    known = lists.interests
    return ", ".join(known[key].name(language) for key in known if key in keys)


def interest_names(words: Words, keys: frozenset[str]) -> str:
    """The interests in the order of the list they come from."""
    return capital(_interest_names(keys, words.language, words.lists))


def place_or_protection(words: Words, place: str, protection: Protection) -> str:
    """Where somebody lives, for a list; that it is protected instead, when it is."""
    return place if protection is Protection.NONE else words.text("Protected")


def protection_tone(protection: Protection) -> Tone | None:
    """Protected people stand out in the list; the word says why."""
    return None if protection is Protection.NONE else Tone.BAD


def protection_mark(words: Words, protection: Protection) -> QWidget:
    """Shield and sentence: nobody on the telephone must overlook it."""
    shield = ToneIcon("shield-alert", Tone.BAD, 18)
    said = plain_label(capital(label(words, protection)), "problem")
    said.setWordWrap(True)
    mark = QWidget()
    mark.setObjectName("sheet")
    layout = QHBoxLayout(mark)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    layout.addWidget(shield)
    layout.addWidget(said, 1)
    return mark


def saved_text(words: Words, saved: Saved) -> str:
    """Who was saved, and what came of it for others."""
    person = saved.registration.person
    said = [
        words.text("Saved: %(name)s, number %(number)s.")
        % {"name": person.name, "number": person.number}
    ]
    for one in saved.tied:
        said += say_tied(words, one.discarded, one.running)
    if saved.untied:
        count = len(saved.untied)
        said.append(words.plural("%(n)d tie was removed.", "%(n)d ties were removed.", count))
    if saved.due_to_go:
        said.append(
            words.text(
                "The consent to be registered was taken back, so the person is due to be erased: "
                "in the file under Privacy, or in Settings."
            )
        )
    return " ".join(said)
