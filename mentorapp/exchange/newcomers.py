"""Rows of a list of newcomers."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from mentorapp.domain.imports import Columns, RowReading
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.word_lists import WordList
from mentorapp.exchange import cells, choices, dates, lists, people, spoken
from mentorapp.exchange.rows import Draft, Field, Settings, read_all
from mentorapp.exchange.tables import SourceTable
from mentorapp.reference.languages import find_language
from mentorapp.reference.word_lists import WordLists

FIELDS: Final[Mapping[str, Field]] = {
    **people.FIELDS,
    "goal": Field(cells.long_text),
    "education": Field(choices.education, soft=True),
    "residence_basis": Field(choices.residence_basis, soft=True),
    "arrived_year": Field(dates.arrived_year, soft=True),
    "earlier_occupation": Field(cells.short_text),
    "wished_occupation": Field(cells.short_text),
    "employer": Field(cells.short_text),
    "needs_interpreter": Field(choices.yes_or_no, soft=True),
    "interpreter_language": Field(spoken.one_language, soft=True),
    "household": Field(cells.short_text),
    "child_bands": Field(lists.child_ages, soft=True),
    "childcare_needed": Field(choices.yes_or_no, soft=True),
    "referred_by": Field(cells.short_text),
    "contact_person": Field(cells.short_text),
    "status": Field(choices.newcomer_status, soft=True),
}


def read_rows(
    table: SourceTable,
    columns: Columns,
    *,
    today: date,
    country: str = "NO",
    schemes: tuple[Scheme, ...] = (),
    word_lists: WordLists | None = None,
) -> tuple[RowReading, ...]:
    """Values by the names of ``Person``, ``ContactDetails``, ``Newcomer`` and ``Household``, and
    ``place`` and ``employer`` as text; the occupation groups where the occupations tell them,
    ``consent_given_on`` the day of the consent to being registered. ``employer_line`` is what goes
    to the notes when no such organisation is registered, under the list's own heading.
    """
    settings = Settings(today, country, schemes, word_lists or WordLists())
    return read_all(table, columns, FIELDS, settings, _finish)


def _finish(draft: Draft, settings: Settings) -> None:
    people.finish(draft, settings)
    find = settings.word_lists.find
    for name in ("earlier_occupation", "wished_occupation"):
        occupation = draft.values.get(name)
        if isinstance(occupation, str) and (group := find(WordList.OCCUPATIONS, occupation)):
            draft.values[f"{name}_group"] = group
    if "employer" in draft.values:
        heading, _ = draft.texts["employer"]
        draft.values["employer_line"] = f"{heading}: {draft.values['employer']}"
    _interpreter(draft)


def _interpreter(draft: Draft) -> None:
    """An interpreter's language, also in the column that asks whether one is needed, says yes."""
    _, text = draft.texts.get("needs_interpreter", ("", ""))
    if "interpreter_language" not in draft.values and text and (code := find_language(text[:200])):
        draft.values["interpreter_language"] = code
        draft.notes = [note for note in draft.notes if note.field != "needs_interpreter"]
        draft.lost = [line for line in draft.lost if not line.endswith(f": {text}")]
    if "interpreter_language" in draft.values:
        draft.values.setdefault("needs_interpreter", True)
