"""How each kind of letter is set: in which type, and what comes on sheets of its own after it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from reportlab.platypus import Flowable

from mentorapp.domain.contact_points import shown
from mentorapp.domain.letters import LetterKind, Reader
from mentorapp.domain.people import is_minor
from mentorapp.domain.protection import Protection, Purpose
from mentorapp.domain.questionnaires import MOMENTS, Respondent
from mentorapp.reports.contact_card import card_page
from mentorapp.reports.letter_forms import Ending, Signer
from mentorapp.reports.letter_model import Letter
from mentorapp.reports.letter_values import PairingLetter
from mentorapp.reports.letters_to_people import PersonLetter
from mentorapp.reports.questionnaire import Sheet as Page
from mentorapp.reports.questionnaire import questionnaire_page
from mentorapp.reports.slips import slip_sheet
from mentorapp.words import Words

Sheet = Callable[[Letter, Callable[[str], Words]], Sequence[Flowable]]


@dataclass(frozen=True, slots=True)
class Layout:
    """``has_text``: it is filled from a letter text, under the letterhead. ``sheet`` makes the
    sheet after it, or all there is where there is no text. ``ending`` is how it ends,
    ``in_denmark`` how there where that differs. ``is_certificate``: a page with a border and no
    address, which comes with another letter or is handed over.
    """

    has_text: bool = True
    is_certificate: bool = False
    ending: Ending = Ending.REGARDS
    in_denmark: Ending | None = None
    sheet: Sheet | None = None


def layout_of(kind: LetterKind) -> Layout:
    """Letters that need nothing special are not in the table."""
    return _LAYOUTS.get(kind, _PLAIN)


def is_large(letter: Letter) -> bool:
    """Newcomers read slowly: theirs is set larger."""
    return letter.reader is Reader.NEWCOMER


def ending_of(letter: Letter) -> Ending:
    """Who signs this letter. Whoever is under age signs with a guardian."""
    layout = layout_of(letter.kind)
    ending = layout.ending
    if layout.in_denmark is not None and letter.office.country == "DK":
        ending = layout.in_denmark
    if ending is Ending.READER and isinstance(letter, PersonLetter):
        minor = is_minor(letter.half.person.birth_year, letter.written_on)
        return Ending.READER_AND_GUARDIAN if minor else ending
    return ending


def reader_of(letter: Letter, title: str) -> Signer:
    """The reader as one who signs, called by ``title``."""
    if isinstance(letter, PairingLetter):
        return Signer(title, letter.recipient.person.name)
    assert isinstance(letter, PersonLetter)  # noqa: S101 - organisations sign nothing
    return Signer(title, letter.half.person.name)


def _slips(letter: Letter, words_for: Callable[[str], Words]) -> Sequence[Flowable]:
    assert isinstance(letter, PairingLetter)  # noqa: S101 - slips are of a pair
    words = words_for(letter.language)
    return slip_sheet(letter.number, words, asks_place=not letter.is_protected)


def _questions(letter: Letter, words_for: Callable[[str], Words]) -> Sequence[Flowable]:
    respondent = Respondent(letter.reader.value)
    return questionnaire_page(
        Page(letter.number, respondent, MOMENTS[letter.kind]),
        letter.office,
        words_for(letter.language),
        words_for(letter.beside[0]) if letter.beside else None,
    )


def _card(letter: Letter, words_for: Callable[[str], Words]) -> Sequence[Flowable]:
    assert isinstance(letter, PairingLetter)  # noqa: S101 - of a pair: its mentor helps too
    newcomer, office = letter.newcomer, letter.office
    return card_page(
        newcomer.person.name if newcomer.protection is Protection.NONE else "",
        [shown(one, newcomer.protection, Purpose.OWN_LETTER) for one in letter.helping],
        office,
        words_for(letter.language),
        letter.written_on,
        words_for(letter.beside[0]) if letter.beside else None,
    )


_PLAIN = Layout()
_LAYOUTS: Mapping[LetterKind, Layout] = MappingProxyType(
    {
        LetterKind.PAIRING_MENTOR: Layout(sheet=_slips),
        LetterKind.CONSENT: Layout(ending=Ending.READER),
        LetterKind.CONFIDENTIALITY: Layout(ending=Ending.READER),
        LetterKind.CERTIFICATE_PURPOSE: Layout(ending=Ending.OFFICE, in_denmark=Ending.READER),
        LetterKind.AGREEMENT: Layout(ending=Ending.BOTH),
        LetterKind.HOURS_CERTIFICATE: Layout(is_certificate=True, ending=Ending.OFFICE),
        LetterKind.SLIP_REMINDER: Layout(sheet=_slips),
        LetterKind.SLIPS: Layout(has_text=False, sheet=_slips),
        LetterKind.WHO_IS_WHO: Layout(has_text=False, sheet=_card),
        **{kind: Layout(has_text=False, sheet=_questions) for kind in MOMENTS},
    }
)
