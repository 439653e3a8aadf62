"""The code on a questionnaire: which pair, which half, when. It names nobody.

``30015-N2``: pairing 30015, the newcomer, midway. It is printed in plain and as a QR code, and is
what one types, or what a scanner types, to have the right form.
"""

import re
from dataclasses import dataclass

from mentorapp.domain.questionnaires import Moment, Respondent

_LETTERS = {Respondent.MENTOR: "M", Respondent.NEWCOMER: "N"}
_READ = re.compile(r"([\d\s-]*?)[\s·-]*(?:([mn])[\s·-]*([1-3])?)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Code:
    """``number`` as it was typed, to be read by ``read_number``; None for what was left out."""

    number: str
    respondent: Respondent | None = None
    moment: Moment | None = None


def code(number: int, respondent: Respondent, moment: Moment) -> str:
    """As it stands on the paper."""
    return f"{number}-{_LETTERS[respondent]}{list(Moment).index(moment) + 1}"


def read_code(text: str) -> Code:
    """What was typed: all of it, or only its beginning. What is no code is all number."""
    found = _READ.fullmatch(text.strip())
    if found is None:
        return Code(text.strip())
    number, letter, digit = found.groups()
    respondent = next((one for one, own in _LETTERS.items() if own == (letter or "").upper()), None)
    moment = list(Moment)[int(digit) - 1] if digit else None
    return Code(number.strip(), respondent, moment)
