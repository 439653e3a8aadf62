"""Words that stand for one of a few values: yes, gender, protection, status, kind, form and so on.

A cell is looked up whole first, then word by word; two values in one cell are none.
"""

import re
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache
from typing import Final, TypeVar

from mentorapp.domain.contact_details import Share
from mentorapp.domain.imports import NoteReason, Reason
from mentorapp.domain.meetings import MeetingForm
from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import Education, NewcomerStatus, ResidenceBasis
from mentorapp.domain.organisations import OrganisationKind
from mentorapp.domain.pairings import EndReason, Initiator
from mentorapp.domain.people import AgeBand, Gender, LifeSituation, Transport
from mentorapp.domain.protection import Protection
from mentorapp.domain.text import clean, folded
from mentorapp.exchange import choice_words as words
from mentorapp.exchange.cells import Context, Partly, Unreadable
from mentorapp.exchange.tables import Cell, shown

E = TypeVar("E", bound=Enum)


@lru_cache(maxsize=10_000)
def plain_words(text: str) -> str:
    """Folded, with blanks for everything but letters, digits, hyphen and stroke."""
    return " ".join(re.sub(r"[^\w\s/✓✔-]", " ", folded(clean(text[:500]))).split())


def _choose(cell: Cell, table: Mapping[str, E]) -> E | Unreadable:
    text = plain_words(shown(cell))
    if text in table:
        return table[text]
    parts = text.split()
    phrases = {
        " ".join(parts[start : start + length])
        for length in (1, 2, 3)
        for start in range(len(parts) - length + 1)
    }
    longest = max((phrase for phrase in phrases if len(phrase) > 1 and phrase in table),
                  key=len, default="")  # fmt: skip
    found = {table[phrase] for phrase in phrases if len(phrase) > 1 and phrase in table}
    if len(found) > 1:
        found = {table[longest]} if len(longest.split()) > 1 else set()
    return found.pop() if found else Unreadable(Reason.NOT_ONE_OF)


def yes_or_no(cell: Cell, _context: Context) -> bool | Unreadable:
    """Ja, nei, x, TRUE, 1 and the like; a sentence that begins with one of them too."""
    if isinstance(cell, bool):
        return cell
    first, *_rest = plain_words(shown(cell)).split() or [""]
    if first in words.YES:
        return True
    return False if first in words.NO else Unreadable(Reason.NOT_YES_OR_NO)


def gender(cell: Cell, _context: Context) -> Gender | Unreadable:
    """As given in a word or a letter."""
    return _choose(cell, words.GENDERS)


SAME_GENDER: Final = "same"


def wish_gender(cell: Cell, context: Context) -> Gender | str | Unreadable:
    """The gender wished for; SAME_GENDER for one's own, to be resolved when that is known."""
    text = plain_words(shown(cell))
    about_same = bool(re.search(r"samme kj|same gen|samme kon|same sex|same kj", context.heading))
    if re.search(r"samme kj|same gender|samme kon|same sex", text) or (
        about_same and text.split()[:1] and text.split()[0] in words.YES
    ):
        return SAME_GENDER
    if text in words.NO_WISH or (about_same and text.split()[:1] and text.split()[0] in words.NO):
        return Gender.NOT_GIVEN
    chosen = _choose(cell, words.GENDERS)
    if isinstance(chosen, Unreadable) and any(p in text for p in words.NO_WISH if " " in p):
        return Gender.NOT_GIVEN
    return chosen


def wish_age_bands(cell: Cell, _context: Context) -> frozenset[AgeBand] | Unreadable:
    """All bands that "30-45", "over 30", "under 30" or "26" touches."""
    text = plain_words(shown(cell))
    if text in words.NO_WISH:
        return frozenset()
    numbers = [int(n) for n in re.findall(r"(?<![0-9])[0-9]{1,3}(?![0-9])", text)]
    if not numbers or len(numbers) > 2:
        return Unreadable(Reason.NOT_ONE_OF)
    low, high = min(numbers), max(numbers)
    upwards = "+" in shown(cell) or re.search(r"over|eldre|older|fra|from|minst|\bup\b|aldre", text)
    if len(numbers) == 1 and upwards:
        high = 199
    elif len(numbers) == 1 and re.search(r"under|yngre|younger|til|maks|until", text):
        low, high = 0, max(low - 1, 0)
    return frozenset(band for band, start, end in words.AGES if low <= end and high >= start)


def protection(cell: Cell, context: Context) -> Protection | Unreadable:
    """Never NONE for a word not understood. A bare "ja" is enough only where the heading names the
    Danish protection, which has one level.
    """
    chosen = _choose(cell, words.PROTECTIONS)
    text = plain_words(shown(cell))
    if "streng" in text or "strict" in text or re.search(r"\b(?:kode ?)?6\b", text):
        return Protection.STRICT
    if text.split()[:1] and text.split()[0] in words.YES - {"1"} and "navne" in context.heading:
        return Protection.CONFIDENTIAL
    return chosen


def mentor_status(cell: Cell, _context: Context) -> MentorStatus | Unreadable:
    """Where the mentor stands."""
    return _choose(cell, words.MENTOR_STATUSES)


def newcomer_status(cell: Cell, _context: Context) -> NewcomerStatus | Unreadable:
    """Where the newcomer stands."""
    return _choose(cell, words.NEWCOMER_STATUSES)


def organisation_kind(cell: Cell, _context: Context) -> OrganisationKind | Unreadable:
    """Business, volunteers or public, also from a register's form (AS, FLI, ORGL)."""
    return _choose(cell, words.KINDS)


def meeting_form(cell: Cell, _context: Context) -> MeetingForm | Unreadable:
    """How they met."""
    return _choose(cell, words.FORMS)


def end_reason(cell: Cell, _context: Context) -> EndReason | Unreadable:
    """Why a pair stopped."""
    return _choose(cell, words.END_REASONS)


def initiator(cell: Cell, _context: Context) -> Initiator | Unreadable:
    """Who wanted to stop."""
    return _choose(cell, words.INITIATORS)


def education(cell: Cell, _context: Context) -> Education | Unreadable:
    """The level; a subject alone ("sykepleier") tells none."""
    return _choose(cell, words.EDUCATIONS)


def residence_basis(cell: Cell, _context: Context) -> ResidenceBasis | Partly:
    """Why somebody came, coarsely: a refugee, for family, work or studies.

    Whatever else a list tells, a permit or its paragraph, is left out without its words.
    """
    found = _choose(cell, words.RESIDENCE_BASES)
    return Partly(None, (), NoteReason.BASIS_LEFT_OUT) if isinstance(found, Unreadable) else found


def transport(cell: Cell, context: Context) -> frozenset[Transport] | Unreadable:
    """What the words name, or the heading when the cell only says yes."""
    text = plain_words(shown(cell))
    first = text.split()[0] if text else ""
    if first in words.NO:
        return frozenset()
    text = re.sub(r"\b(?:ikke|ikkje|uten|utan|no|without) (?:egen |tilgang til )?[a-z]+", "", text)
    named = _transports(text)
    if named:
        return named
    if first in words.YES or cell is True:
        return _transports(context.heading) or frozenset({Transport.CAR, Transport.LICENCE})
    return Unreadable(Reason.NOT_ONE_OF)


def life_situation(cell: Cell, _context: Context) -> LifeSituation | Partly | Unreadable:
    """What fills the days. Two of them in one cell are none, nor is what somebody only wishes; what
    tells of illness is left out and remarked without its words.
    """
    text = plain_words(shown(cell))
    if re.search(words.HEALTH, text):
        return Partly(None, (), NoteReason.HEALTH_LEFT_OUT)
    if text in words.LIFE_SITUATIONS_ALONE:
        return words.LIFE_SITUATIONS_ALONE[text]
    if text not in words.LIFE_SITUATIONS and re.search(
        r"\b(?:ikke|ikkje|not|onsker|onskjer|vil|wants?|hjemmekontor|heimekontor)\b", text
    ):
        return Unreadable(Reason.NOT_ONE_OF)
    return _choose(cell, words.LIFE_SITUATIONS)


def _transports(text: str) -> frozenset[Transport]:
    return frozenset(kind for kind, pattern in words.TRANSPORTS if re.search(pattern, text))


def shares(cell: Cell, _context: Context) -> frozenset[Share] | Unreadable:
    """What may be told to the other half."""
    text = plain_words(shown(cell))
    if text.split()[:1] and text.split()[0] in words.NO:
        return frozenset()
    found = set()
    if re.search(r"telefon|tlf|mobil|phone", text):
        found.add(Share.PHONE)
    if re.search(r"e-?post|e-?mail|\bmail", text):
        found.add(Share.EMAIL)
    return frozenset(found) or Unreadable(Reason.NOT_ONE_OF)
