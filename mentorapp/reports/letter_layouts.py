"""How each kind of letter is set: in which type, and what comes on sheets of its own after it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from reportlab.platypus import Flowable

from mentorapp.domain.letters import LetterKind, Reader
from mentorapp.reports.letter_model import Letter
from mentorapp.reports.letter_values import PairingLetter
from mentorapp.reports.slips import slip_sheet
from mentorapp.words import Words

Sheet = Callable[[Letter, Words], Sequence[Flowable]]


@dataclass(frozen=True, slots=True)
class Layout:
    """``has_text``: it is filled from a letter text, under the letterhead. ``sheet`` makes the
    sheet after it, or all there is where there is no text.
    """

    has_text: bool = True
    sheet: Sheet | None = None


def layout_of(kind: LetterKind) -> Layout:
    """Letters that need nothing special are not in the table."""
    return _LAYOUTS.get(kind, _PLAIN)


def is_large(letter: Letter) -> bool:
    """Newcomers read slowly: theirs is set larger."""
    return letter.reader is Reader.NEWCOMER


def _slips(letter: Letter, words: Words) -> Sequence[Flowable]:
    assert isinstance(letter, PairingLetter)  # noqa: S101 - slips are of a pair
    return slip_sheet(letter.number, words, asks_place=not letter.is_protected)


_PLAIN = Layout()
_LAYOUTS: Mapping[LetterKind, Layout] = MappingProxyType(
    {
        LetterKind.PAIRING_MENTOR: Layout(sheet=_slips),
        LetterKind.SLIPS: Layout(has_text=False, sheet=_slips),
    }
)
