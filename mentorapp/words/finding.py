"""What was found, in words."""

from enum import Enum

from mentorapp.domain.finding import Found, FoundKind
from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.words import N_, Words
from mentorapp.words.labels import label

_KINDS = {
    FoundKind.PERSON: N_("People"),
    FoundKind.PAIRING: N_("Pairings"),
    FoundKind.ORGANISATION: N_("Organisations"),
    FoundKind.PLACEMENT: N_("Placements"),
    FoundKind.EVENT: N_("Events"),
    FoundKind.LETTER: N_("Letters"),
}


def kind_heading(words: Words, kind: FoundKind) -> str:
    """What stands above those of a kind."""
    return words.text(_KINDS[kind])


def say_found(words: Words, found: Found) -> str:
    """What stands below the name: "Mentor (approved) · 10018", never where anybody is."""
    parts = [_state(words, state) for state in found.states]
    if found.scheme is not None:
        parts.append(found.scheme.name(words.language))
    if found.day is not None:
        parts.append(_day(words, found))
    text = " · ".join([*parts, str(found.number)])
    return text[:1].upper() + text[1:]


def _state(words: Words, state: Enum) -> str:
    if isinstance(state, MentorStatus):
        return words.text("mentor (%(status)s)") % {"status": label(words, state)}
    if isinstance(state, NewcomerStatus):
        return words.text("newcomer (%(status)s)") % {"status": label(words, state)}
    return label(words, state)


def _day(words: Words, found: Found) -> str:
    day = words.date(found.day)
    return words.text("from %(day)s") % {"day": day} if found.kind is FoundKind.PLACEMENT else day
