"""The cell that says whether, and on which day, somebody agreed to being registered.

Only a plain yes or a day is a consent. Whatever may hold a reservation ("ja, men ikke bilder", "ja,
bare navn") is left to a human being: it goes to the notes.
"""

import re
from datetime import date
from typing import Final

from mentorapp.domain.imports import Reason
from mentorapp.exchange import choice_words, dates
from mentorapp.exchange.cells import Context, Unreadable
from mentorapp.exchange.choices import plain_words
from mentorapp.exchange.tables import Cell, shown

#: "Har" begins "har ikke svart" as well as "har samtykket".
_YES: Final = (choice_words.YES - {"har"}) | frozenset(
    "gitt gjeve givet signert underskrevet underskrive mottatt innhentet innhenta samtykker"
    " samtykket samtykka samtykke given signed received agreed agrees consents".split()
)
_NO: Final = (choice_words.NO - {"0"}) | frozenset(
    "ikkje ikke not mangler manglar missing never aldri aldrig uten utan".split()
)
#: What may stand around the yes and the day without changing what they say.
_FILLERS: Final = frozenset(
    "har has have den d dato on av af by muntlig muntleg mundtlig skriftlig skriftleg skriftligt"
    " oral orally written in writing via skjema form".split()
)
_DAY: Final = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\s*\d{1,2}[./-]\s*\d{2,4}"
    r"|\d{1,2}\.?\s+[^\W\d_]{3,9}\.?\s+\d{4}"
)


def given(cell: Cell, context: Context) -> date | bool | Unreadable:
    """The day, True for a yes without one, False for a no."""
    if isinstance(cell, bool):
        return cell
    day = dates.read_date(cell, context)
    if isinstance(day, date) or day.reason is Reason.NO_SUCH_DATE:
        return day
    text = shown(cell)[:500]
    found = _DAY.search(text)
    if found is not None:
        day = dates.read_date(found.group(), context)
        if isinstance(day, Unreadable):
            return day
        text = text.replace(found.group(), " ")
    words = plain_words(text).split()
    if words == ["0"] or (words[:1] and words[0] in _NO):
        return False if found is None else Unreadable(Reason.NOT_YES_OR_NO)
    agreed = found is not None or not _YES.isdisjoint(words)
    if not agreed or not _YES.union(_FILLERS).issuperset(words):
        return Unreadable(Reason.NOT_YES_OR_NO)
    return day if isinstance(day, date) else True
