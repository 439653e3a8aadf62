"""Papers that the example office does not print: letters of every kind, labels, a comparison."""

from dataclasses import replace
from datetime import date

from mentorapp.domain import recovery_key
from mentorapp.domain.label_sheets import LABEL_SHEETS
from mentorapp.domain.letters import READERS, STANDARD_SET, Reader
from mentorapp.domain.office import Office
from mentorapp.domain.quarters import Quarter
from mentorapp.operations import comparisons, privacy_papers
from mentorapp.operations.letter_choices import kinds_there
from mentorapp.operations.letter_texts import Texts
from mentorapp.reports.labels import LabelAddress, address_labels
from mentorapp.reports.letter_examples import example_letter
from mentorapp.reports.letters import print_letters
from mentorapp.reports.pairing_explained import MentorPage, NobodyYet, who_fits, why_nobody_yet
from mentorapp.reports.recovery_sheet import recovery_sheet
from mentorapp.storage.database import Transaction
from mentorapp.words import LANGUAGES, Words
from mentorapp.words.letter_languages import letter_words

DAY = date(2026, 11, 23)
OFFICE = Office(name="Frivilligsentralen i Fjordvik", phone="+4740000100", coordinators=("Mona",))


def letters_in(language: str, *, approved: bool = False) -> bytes:
    """Every kind that comes in this language, to each of its readers who reads it."""
    texts, made = Texts({}), []
    for kind in kinds_there():
        got, text = texts.best(kind, language, "nb", STANDARD_SET)
        for reader in READERS[kind]:
            if got != language or (language not in LANGUAGES and reader is not Reader.NEWCOMER):
                continue
            to_newcomer = reader is Reader.NEWCOMER
            letter = example_letter(kind, OFFICE, language, text, DAY, to_newcomer=to_newcomer)
            beside = texts.beside(kind, language, text, "nb", STANDARD_SET)
            made.append(replace(letter, beside=None if approved else beside))
    return print_letters(made, letter_words).pdf


def print_others(tx: Transaction) -> None:
    """The rest, in English."""
    words = Words("en")
    addresses = [LabelAddress("Kari Berg", "Storgata 1", ("8200 FAUSKE",))] * 30
    address_labels(addresses, LABEL_SHEETS["L7160"], 20, words, OFFICE.name)
    privacy_papers.privacy_notice(tx, words, DAY)
    recovery_sheet(recovery_key.printed(bytes(recovery_key.LENGTH)), OFFICE.name, words, DAY)
    columns = [comparisons.own_column(tx, Quarter.of(DAY).previous(), DAY)]
    comparisons.comparison_pdf(columns, OFFICE, words, DAY)
    nobody = NobodyYet(
        scheme="Buddy", newcomer="Ali Hassan", newcomer_number=10025, why="Has waited 121 days."
    )
    why_nobody_yet(nobody, OFFICE, words, DAY)
    mentor = MentorPage(scheme="Buddy", mentor="Kari Berg", mentor_number=10017)
    who_fits(mentor, OFFICE, words, DAY)
