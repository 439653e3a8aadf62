"""Columns that are left out although they hold something: the program has no place for them.

National identity numbers (personopplysningsloven section 12, databeskyttelsesloven section 11) and
what article 9 of the GDPR protects. A column is known by its heading or, for identity numbers, by
what stands in it.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from mentorapp.domain.imports import Dropped
from mentorapp.domain.text import folded
from mentorapp.exchange.tables import Cell, shown

_STEMS: Final[Mapping[Dropped, str]] = MappingProxyType(
    {
        Dropped.NATIONAL_ID: """fodselsnummer fodselsnr fnr fodselnummer personnummer personnr
            personnumer dnummer dnr cpr cprnr cprnummer ssn nationalid identitetsnummer""",
        Dropped.HEALTH: """helse helbred health sykdom sygdom diagnose allergi funksjonsnedset
            funksjonshem handicap medisin medicin medication disabilit illness psykisk lege
            rusmid""",
        Dropped.RELIGION: """religion religios trosretning trossamfunn livssyn faith tro belief""",
        Dropped.ORIGIN: """nasjonalitet nationalitet nationality opprinnelse oprindelse opphav
            hjemland heimland fodeland fodested fodeby etnisk etnisitet ethnic statsborger
            citizenship race landbakgrunn landgruppe flyktningstatus oppholdstillatelse
            oppholdsgrunnlag opphaldsgrunnlag asyl asylum residencepermit avsenderland""",
        Dropped.PRIVATE: """seksuel legning sexual orientation identity identitet characteristics
            politisk fagforening tradeunion union strafferettslig criminal vandel""",
    }
)
#: Stems that begin other words as well.
_WHOLE_WORDS: Final = frozenset(
    {"tro", "race", "lege", "dnr", "fnr", "cpr", "ssn", "union", "identity"}
)
_PHRASES: Final = (
    (Dropped.ORIGIN, "hvor kommer du fra"),
    (Dropped.ORIGIN, "kor kjem du fra"),
    (Dropped.ORIGIN, "where are you from"),
    (Dropped.ORIGIN, "where do you come from"),
    (Dropped.ORIGIN, "country of origin"),
    (Dropped.ORIGIN, "country of birth"),
    (Dropped.NATIONAL_ID, "national id"),
    (Dropped.NATIONAL_ID, "social security"),
    (Dropped.NATIONAL_ID, "national identity"),
    (Dropped.NATIONAL_ID, "11 siffer"),
)
_DIGITS_11: Final = re.compile(r"(?<![\d+])(\d{6})[ .-]?(\d{5})(?!\d)")
_CPR: Final = re.compile(r"(?<![\d+])(\d{6})[ -](\d{4})(?!\d)")
_CPR_BARE: Final = re.compile(r"\d{10}")


def dropped_by_heading(heading: str) -> Dropped | None:
    """Why a column of this name is left out, None when it may be read."""
    text = re.sub(r"\b([a-z])-(?=[a-z])", r"\1", folded(heading))
    words = re.findall(r"[a-z0-9]+", text)
    joined = " ".join(words)
    for reason, phrase in _PHRASES:
        if phrase in joined:
            return reason
    for reason, stems in _STEMS.items():
        for stem in stems.split():
            if stem in _WHOLE_WORDS:
                if stem in words:
                    return reason
            elif any(word.startswith(stem) for word in words):
                return reason
    return None


def dropped_by_content(samples: Sequence[Cell], *, is_phone: bool) -> Dropped | None:
    """NATIONAL_ID when most of the filled cells are national identity numbers."""
    filled = [cell for cell in samples if cell is not None]
    hits = sum(1 for cell in filled if looks_like_national_id(cell, is_phone=is_phone))
    return Dropped.NATIONAL_ID if hits and hits * 2 >= len(filled) else None


def looks_like_national_id(cell: Cell, *, is_phone: bool = False) -> bool:
    """Whether the whole cell is a Norwegian or Danish national identity number.

    A spreadsheet drops the leading zero of a number. Ten digits without a hyphen are no CPR number
    in a column of telephone numbers.
    """
    if isinstance(cell, bool | datetime | date):
        return False
    text = shown(cell).strip()
    if isinstance(cell, int | float) and len(text) == 10 and text.isdigit():
        return _is_norwegian("0" + text)
    if match := _DIGITS_11.fullmatch(text):
        return _is_norwegian(match.group(1) + match.group(2))
    if _CPR.fullmatch(text):
        return _is_day(text[:6])
    return not is_phone and bool(_CPR_BARE.fullmatch(text)) and _is_day(text[:6])


def without_national_ids(text: str) -> tuple[str, bool]:
    """The text with every national identity number in it replaced by dots, and whether any was."""
    if sum(c.isdigit() for c in text) < 10:
        return text, False
    found = False

    def norwegian(match: re.Match[str]) -> str:
        nonlocal found
        if not _is_norwegian(match.group(1) + match.group(2)):
            return match.group()
        found = True
        return "…"

    def danish(match: re.Match[str]) -> str:
        nonlocal found
        if not _is_day(match.group(1)):
            return match.group()
        found = True
        return "…"

    return _CPR.sub(danish, _DIGITS_11.sub(norwegian, text)), found


def _is_norwegian(digits: str) -> bool:
    """Two check digits modulo 11; a D-number adds 40 to the day, a test number to the month."""
    numbers = [int(digit) for digit in digits]
    first = sum(w * n for w, n in zip((3, 7, 6, 1, 8, 9, 4, 5, 2, 1), numbers, strict=False))
    second = sum(w * n for w, n in zip((5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1), numbers, strict=False))
    if first % 11 or second % 11:
        return False
    day, month = int(digits[:2]), int(digits[2:4])
    return 1 <= day % 40 <= 31 and day <= 71 and 1 <= month % 40 <= 12


def _is_day(digits: str) -> bool:
    return 1 <= int(digits[:2]) <= 31 and 1 <= int(digits[2:4]) <= 12
