"""One cell in, a value or the reason why not out. No function here raises for anything in a cell.

Each parser has the shape ``(cell, context) -> value | Unreadable | Partly``; an empty cell never
reaches one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from types import MappingProxyType
from typing import Final

from stdnum.dk import cvr
from stdnum.no import orgnr

from mentorapp.domain.errors import NumberMistyped, NumberOfAnotherKind
from mentorapp.domain.imports import NoteReason, Reason
from mentorapp.domain.numbers import NumberKind, read_number
from mentorapp.domain.text import NAME_LIMIT, NOTE_LIMIT, clean, folded
from mentorapp.exchange.sensitive import looks_like_national_id, without_national_ids
from mentorapp.exchange.tables import Cell, shown
from mentorapp.reference.phones import to_e164
from mentorapp.reference.word_lists import WordLists


@dataclass(frozen=True, slots=True)
class Unreadable:
    """``detail`` is the year, limit or word that belongs into the sentence."""

    reason: Reason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Partly:
    """``value`` is what could be read (None: nothing); ``left`` the words that could not."""

    value: object
    left: tuple[str, ...]
    reason: NoteReason = NoteReason.NOT_RECOGNISED


@dataclass(frozen=True, slots=True)
class Context:
    """What a parser may need besides the cell: the heading over it, and the office's settings.

    ``schemes`` is folded name → key. ``heading`` is folded.
    """

    today: date
    country: str = "NO"
    heading: str = ""
    schemes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    word_lists: WordLists = field(default_factory=WordLists)


_SHEET_ERRORS: Final = frozenset(
    {"#n/a", "#i/t", "#ref!", "#ref", "#value!", "#verdi!", "#værdi!", "#div/0!", "#name?",
     "#navn?", "#num!", "#null!", "#####"}
)  # fmt: skip
_NO_ENTRY: Final = frozenset(
    {"", "-", "–", "—", "--", "---", "?", "??", "n/a", "na", "null", "none"}
)
_PARTICLES: Final = frozenset(
    "van von de der den del della di da do dos du la le el al af av bin ibn bint abu ben ter zu"
    .split()
)  # fmt: skip
_EMAIL: Final = re.compile(r"[^\s@<>()\[\],;:]+@[^\s@<>()\[\],;:]+\.[^\s@<>()\[\],;:.]{2,}")


def is_no_entry(cell: Cell) -> bool:
    """A cell in which somebody wrote that there is nothing to write: a dash, a question mark."""
    return isinstance(cell, str) and cell.strip().casefold() in _NO_ENTRY


def is_sheet_error(cell: Cell) -> bool:
    """What a spreadsheet shows where a formula failed."""
    return isinstance(cell, str) and cell.strip().casefold() in _SHEET_ERRORS


def short_text(cell: Cell, _context: Context) -> str | Unreadable | Partly:
    """One line, as long as a name may be."""
    return _text(" ".join(clean(shown(cell)).split()), NAME_LIMIT)


def long_text(cell: Cell, _context: Context) -> str | Unreadable | Partly:
    """Several lines, as long as a note may be."""
    return _text(clean(shown(cell)), NOTE_LIMIT)


def address(cell: Cell, _context: Context) -> str | Unreadable | Partly:
    """Street and number; 300 characters at most."""
    return _text(" ".join(clean(shown(cell)).split()), 300)


def _text(text: str, limit: int) -> str | Unreadable | Partly:
    if len(text) > limit:
        return Unreadable(Reason.TOO_LONG, str(limit))
    kept, removed = without_national_ids(text)
    return Partly(kept, (), NoteReason.NATIONAL_ID_REMOVED) if removed else kept


def name_part(cell: Cell, _context: Context) -> str | Unreadable:
    """A given or a family name: anything with a letter or digit of any script in it."""
    text = " ".join(clean(shown(cell)).split())
    if len(text) > NAME_LIMIT:
        return Unreadable(Reason.TOO_LONG, str(NAME_LIMIT))
    if looks_like_national_id(cell):
        return Unreadable(Reason.NATIONAL_ID)
    return text if any(c.isalnum() for c in text) else Unreadable(Reason.NOT_A_NAME)


def full_name(cell: Cell, context: Context) -> tuple[str, str] | Unreadable:
    """(given, family). A comma, or a heading that puts the family name first, turns it round."""
    text = name_part(cell, context)
    if isinstance(text, Unreadable):
        return text
    if not any(c.isalpha() for c in text):
        return Unreadable(Reason.NOT_A_NAME)
    before, comma, after = (part.strip() for part in text.partition(","))
    if comma and before and after:
        return after, before
    text = before or after
    words = text.split()
    if len(words) < 2:
        return text, ""
    if _family_first(context.heading):
        return " ".join(words[1:]), words[0]
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in _PARTICLES:
        start -= 1
    return " ".join(words[:start]), " ".join(words[start:])


def _family_first(heading: str) -> bool:
    families = [heading.find(word) for word in ("etternavn", "etternamn", "efternavn", "surname")]
    givens = [heading.find(word) for word in ("fornavn", "fornamn", "first", "given")]
    family, given = max(families), max(givens)
    return 0 <= family < given


def phone(cell: Cell, context: Context) -> str | Unreadable | Partly:
    """E.164. Several numbers in a cell: the first, with a note about the others."""
    if isinstance(cell, date | datetime | time | bool):
        return Unreadable(Reason.NOT_A_PHONE)
    text = shown(cell)
    parts = [part for part in re.split(r"[;,/\n]|\bog\b|\beller\b|\bor\b", text) if part.strip()]
    numbers = [number for part in parts if (number := _e164(part.strip(), context.country))]
    if not numbers:
        whole = _e164(text, context.country)
        return whole or Unreadable(Reason.NOT_A_PHONE)
    left = tuple(part.strip() for part in parts[1:]) if len(parts) > 1 else ()
    return Partly(numbers[0], left, NoteReason.EXTRA_NUMBER) if left else numbers[0]


#: Codes that may stand before a number without a plus: the Nordic countries, and America where the
#: whole number has eleven digits.
_CODE_WITHOUT_PLUS: Final = re.compile(r"(?:4[567]|35[48]|29[89])[0-9]{6,10}|1[0-9]{10}")


def _e164(text: str, country: str) -> str | None:
    """The number in international form; None when it is none."""
    digits = re.sub(r"[^\d+]", "", text)
    if not digits.isascii() or not 6 <= len(digits) <= 18 or sum(c.isalpha() for c in text) > 12:
        return None
    if country == "NO" and len(digits) == 8 and digits[0] in "49":
        return "+47" + digits  # a mobile number, as nearly all are: the library takes 0.1 ms
    found = to_e164(digits, country)
    if found is None and _CODE_WITHOUT_PLUS.fullmatch(digits):
        found = to_e164("+" + digits, country)
    return found


def email(cell: Cell, _context: Context) -> str | Unreadable:
    """Lower case, out of ``Ola <ola@x.no>`` and ``mailto:``; the first of several."""
    text = clean(shown(cell)).casefold().replace("mailto:", "")
    match = re.search(r"<([^<>]+)>", text)
    text = (match.group(1) if match else re.split(r"[;,]", text)[0]).strip()
    if len(text) > 254 or not _EMAIL.fullmatch(text):
        return Unreadable(Reason.NOT_AN_EMAIL)
    return text


def postal_code(cell: Cell, context: Context) -> str | Unreadable:
    """The code alone, with the zeros a spreadsheet dropped: 8003 out of 8003.0 or "8003 Bodø".

    Whether it exists is asked by the reader of the row, who knows the country.
    """
    text = clean(shown(cell)).upper()
    width = {"SE": 5, "FI": 5, "IS": 3, "FO": 3}.get(context.country, 4)
    match = re.match(r"(?:(NO|N|DK|SE|S|FI|IS|FO|GL|SJ|AX)[- ]+)?(\d[\d ]*\d|\d)(?!\d)", text)
    if match is None:
        match = re.search(r"()\b(\d{3,5})\b", text)
    if match is None or not match.group(2).isascii():
        return Unreadable(Reason.UNKNOWN_POSTAL_CODE)
    digits = match.group(2).replace(" ", "")
    if isinstance(cell, int | float) or len(digits) == width:
        digits = digits.zfill(width)
    return digits if 3 <= len(digits) <= 5 else Unreadable(Reason.UNKNOWN_POSTAL_CODE)


def whole_number(cell: Cell, _context: Context) -> int | Unreadable:
    """A count from 0 to 9999, also written "ca. 5" or "3 stk"."""
    if isinstance(cell, bool | date | datetime | time):
        return Unreadable(Reason.NOT_A_NUMBER)
    if isinstance(cell, int | float):
        number = cell
    else:
        words = {"en": 1, "ein": 1, "ett": 1, "one": 1, "to": 2, "two": 2, "tre": 3, "three": 3}
        text = folded(shown(cell)).strip()
        match = re.fullmatch(
            r"(?:ca\.?|inntil|maks\.?|max\.?|max)?\s*(-?[0-9]{1,9})\s*[a-z.]*", text
        )
        if match is None and text not in words:
            return Unreadable(Reason.NOT_A_NUMBER)
        number = int(match.group(1)) if match else words[text]
    if not float(number).is_integer():
        return Unreadable(Reason.NOT_A_NUMBER)
    if not 0 <= number <= 9999:
        return Unreadable(Reason.OUT_OF_RANGE, "0–9999")
    return int(number)


def organisation_number(cell: Cell, _context: Context) -> str | Unreadable:
    """A Norwegian orgnr or a Danish CVR number whose check digits fit, digits only."""
    digits = re.sub(r"[\s.\-]|^(no|dk|mva)|mva$", "", shown(cell).casefold())
    if orgnr.is_valid(digits):
        return str(orgnr.compact(digits))
    if len(digits) == 8 and cvr.is_valid(digits):
        return str(cvr.compact(digits))
    return Unreadable(Reason.BAD_ORGANISATION_NUMBER)


def pairing_number(cell: Cell, _context: Context) -> int | Unreadable:
    """The number printed on a slip, its check digit verified."""
    try:
        return read_number(re.sub(r"[^\d]", "", shown(cell)), NumberKind.PAIRING)
    except (NumberMistyped, NumberOfAnotherKind):
        return Unreadable(Reason.BAD_NUMBER)
