import pytest

from mentorapp.domain.imports import (
    CellProblem,
    Dropped,
    FileRefused,
    FileTooLarge,
    FoundKind,
    ImportKind,
    Limit,
    NoteReason,
    Reason,
    RowNote,
    WrongKindOfFile,
)
from mentorapp.exchange.headings import fields
from mentorapp.words import Words
from mentorapp.words.imports import (
    dropped_text,
    explain_import,
    import_field_label,
    kind_name,
    note_text,
    row_problem,
)

ENGLISH = Words("en")


def test_a_problem_names_row_column_and_fault() -> None:
    problem = CellProblem("birth_year", "Fødselsår", "2062", Reason.YEAR_IN_FUTURE, "2062")
    assert row_problem(ENGLISH, 14, problem) == "Row 14, “Fødselsår”: 2062 is in the future"


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_words_that_survive_any_cell(reason: Reason) -> None:
    problem = CellProblem("name", "100 %s", "50 % <b> %(x)s", reason, "7")
    assert "%(" not in row_problem(ENGLISH, 2, problem).replace("%(x)s", "")


@pytest.mark.parametrize("reason", NoteReason)
def test_every_remark_has_words(reason: NoteReason) -> None:
    assert note_text(ENGLISH, RowNote("notes", "Merknad", "x" * 500, reason))[-1] != "%"


def test_every_reason_to_drop_a_column_has_words() -> None:
    for reason in Dropped:
        assert "Religion" in dropped_text(ENGLISH, "Religion", reason)


def test_every_kind_of_file_and_limit_has_a_sentence() -> None:
    for found in FoundKind:
        assert explain_import(ENGLISH, WrongKindOfFile(found=found)).endswith("imported.")
    for limit in Limit:
        refused: FileRefused = FileTooLarge(limit=limit, found=1, allowed=50 * 1024 * 1024)
        assert explain_import(ENGLISH, refused)


def test_every_field_has_a_label_to_choose_it_by() -> None:
    for kind in ImportKind:
        assert kind_name(ENGLISH, kind)
        labels = [import_field_label(ENGLISH, kind, field) for field in fields(kind)]
        assert all(labels)
        assert len(labels) == len(set(labels)) or kind is ImportKind.NEWCOMERS
