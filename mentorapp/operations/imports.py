"""Bringing an office's own lists in: look first, then write all accepted rows or none.

``load`` and ``read`` touch no database and may run on any thread; ``preview`` compares with what is
stored; ``apply`` compares once more inside its own transaction, so that nothing which happened
between the look and the click is overwritten.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mentorapp.domain.errors import ProtectedLocation
from mentorapp.domain.imports import Columns, ImportKind, RowReading
from mentorapp.domain.people import Person
from mentorapp.domain.schemes import Scheme
from mentorapp.exchange import (
    competences as competence_rows,
)
from mentorapp.exchange import (
    meetings as meeting_rows,
)
from mentorapp.exchange import (
    mentors as mentor_rows,
)
from mentorapp.exchange import (
    newcomers as newcomer_rows,
)
from mentorapp.exchange import (
    organisations as organisation_rows,
)
from mentorapp.exchange import (
    pairings as pairing_rows,
)
from mentorapp.exchange.headings import assign, check_columns, fields, recognise_table
from mentorapp.exchange.readers import read_table
from mentorapp.exchange.rejected import suffix, write_rejected
from mentorapp.exchange.tables import SourceTable
from mentorapp.operations import (
    import_competences,
    import_meetings,
    import_organisations,
    import_pairings,
    import_people,
    offices,
    schemes,
    word_lists,
)
from mentorapp.operations.import_plan import Decision, Plan, PlannedRow, RowStatus, Write
from mentorapp.operations.intention import intention
from mentorapp.operations.long_work import LongWork
from mentorapp.reference.word_lists import WordLists
from mentorapp.storage import records, scopes
from mentorapp.storage.database import Transaction
from mentorapp.words import Words
from mentorapp.words.imports import problem_text
from mentorapp.words.refusals import explain

__all__ = [
    "Columns",
    "Decision",
    "ImportKind",
    "PlannedRow",
    "RowStatus",
    "SourceTable",
    "assign",
    "fields",
]

KINDS = tuple(ImportKind)

_Planner = Callable[[Transaction, Sequence[RowReading], date, LongWork], Plan]
_PLANNERS: dict[ImportKind, _Planner] = {
    ImportKind.ORGANISATIONS: import_organisations.plan,
    ImportKind.MENTORS: import_people.plan_mentors,
    ImportKind.NEWCOMERS: import_people.plan_newcomers,
    ImportKind.PAIRINGS: import_pairings.plan,
    ImportKind.MEETINGS: import_meetings.plan,
    ImportKind.COMPETENCES: import_competences.plan,
}


@dataclass(frozen=True, slots=True)
class Setting:
    """What reading a file needs of the office, so that it can be read beside the database."""

    country: str
    schemes: tuple[Scheme, ...]
    word_lists: WordLists


@dataclass(frozen=True, slots=True)
class Source:
    """A file taken apart: ``readings`` are its rows as values and problems."""

    kind: ImportKind
    table: SourceTable
    columns: Columns
    readings: tuple[RowReading, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do, row by row."""

    source: Source
    rows: tuple[PlannedRow, ...]

    @property
    def counts(self) -> dict[RowStatus, int]:
        """How many rows there are of each status."""
        found = dict.fromkeys(RowStatus, 0)
        for row in self.rows:
            found[row.status] += 1
        return found


@dataclass(frozen=True, slots=True)
class Applied:
    """What an import did. ``left_out`` are rows that were unreadable, undecided or skipped."""

    new: int
    changed: int
    same: int
    left_out: int


def setting(tx: Transaction) -> Setting:
    """What ``read`` needs."""
    return Setting(offices.read(tx).country, tuple(schemes.all_schemes(tx)), word_lists.read(tx))


def load(data: bytes, name: str, sheet: str | None = None) -> SourceTable:
    """The rows of a CSV, XLSX or ODS file. Raises the subclasses of FileRefused."""
    return read_table(data, name, sheet)


def suggest(kind: ImportKind, table: SourceTable) -> Columns:
    """Which column is which field, as far as headings and content tell."""
    return recognise_table(kind, table)


def read(
    kind: ImportKind, table: SourceTable, columns: Columns, office: Setting, today: date
) -> Source:
    """Every row as values and problems. Raises ColumnsMissing when no row could be read."""
    check_columns(kind, columns, table.headings)
    readings: tuple[RowReading, ...]
    match kind:
        case ImportKind.ORGANISATIONS:
            readings = organisation_rows.read_rows(
                table,
                columns,
                today=today,
                country=office.country,
                word_lists=office.word_lists,
            )
        case ImportKind.MEETINGS:
            readings = meeting_rows.read_rows(table, columns, today=today, country=office.country)
        case ImportKind.COMPETENCES:
            readings = competence_rows.read_rows(
                table, columns, today=today, country=office.country
            )
        case ImportKind.PAIRINGS:
            readings = pairing_rows.read_rows(
                table, columns, today=today, country=office.country, schemes=office.schemes
            )
        case _:
            reader = {
                ImportKind.MENTORS: mentor_rows.read_rows,
                ImportKind.NEWCOMERS: newcomer_rows.read_rows,
            }[kind]
            readings = reader(
                table,
                columns,
                today=today,
                country=office.country,
                schemes=office.schemes,
                word_lists=office.word_lists,
            )
    return Source(kind, table, columns, readings)


def preview(
    tx: Transaction,
    source: Source,
    today: date,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Preview:
    """Compare every row with what is stored; nothing is written.

    ``progress`` is told how many of how many are done. Raises Cancelled soon after ``cancelled``.
    """
    work = LongWork(len(source.readings), progress, cancelled)
    return Preview(source, tuple(_PLANNERS[source.kind](tx, source.readings, today, work).rows))


@intention
def apply(
    tx: Transaction,
    source: Source,
    today: date,
    decisions: Mapping[int, Decision] | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Applied:
    """Write every accepted row in this one transaction.

    ``decisions`` are for likely duplicates, by row number; without one the row is left out.
    ``progress`` counts a row when it is compared and once more when it is written. Raises
    Cancelled soon after ``cancelled``: the caller's transaction must be rolled back.
    """
    decided = decisions or {}
    work = LongWork(2 * len(source.readings), progress, cancelled)
    plan = _PLANNERS[source.kind](tx, source.readings, today, work)
    writes = [(row, write_for(row, decided.get(row.number))) for row in plan.rows]
    accepted = [(row, write) for row, write in writes if write is not Write.NOTHING]
    # Whom a row protects may be gone for whoever does this before all of it is written.
    with scopes.whole(tx):
        plan.write(tx, accepted, today, work)
    records.check_added_there(tx, Person)
    work.look()
    return Applied(
        new=sum(write is Write.NEW for _, write in writes),
        changed=sum(write is Write.UPDATE for _, write in writes),
        same=sum(row.status is RowStatus.SAME for row, _ in writes),
        left_out=sum(is_left_out(row, decided.get(row.number)) for row, _ in writes),
    )


def write_for(row: PlannedRow, decision: Decision | None) -> Write:
    """What a row leads to, with the coordinator's decision for a likely duplicate."""
    if row.status is RowStatus.NEW:
        return Write.NOTHING if decision is Decision.SKIP else Write.NEW
    if row.status is RowStatus.CHANGED:
        return Write.NOTHING if decision is Decision.SKIP else Write.UPDATE
    if row.status is RowStatus.DUPLICATE and decision is Decision.NEW:
        return Write.NEW
    if row.status is RowStatus.DUPLICATE and decision is Decision.UPDATE and row.twins:
        return Write.UPDATE
    return Write.NOTHING


def is_left_out(row: PlannedRow, decision: Decision | None) -> bool:
    """Whether nothing comes of the row although it says something new."""
    return row.status is not RowStatus.SAME and write_for(row, decision) is Write.NOTHING


def say_row(words: Words, row: PlannedRow) -> str:
    """Why the row cannot be taken, or what makes it a likely duplicate; empty when all is well."""
    said = [problem_text(words, problem) for problem in row.problems]
    if row.refused is not None:
        said.append(explain(words, row.refused))
    if row.status is RowStatus.DUPLICATE:
        said.append(
            words.text("is likely the same as %(others)s: decide")
            % {"others": words.join([name for _, name in row.twins])}
        )
    return "; ".join(said)


def rejected(
    found: Preview,
    words: Words,
    decisions: Mapping[int, Decision] | None = None,
    wanted: str = "",
) -> tuple[bytes, str]:
    """The rows that are left out, as a file with a column that says why, and its suffix.

    ``wanted`` is a suffix; other than .csv and .xlsx it is that of the list.
    """
    decided = decisions or {}
    reasons = {
        row.number: say_row(words, row) or words.text("left out by you")
        for row in found.rows
        if is_left_out(row, decided.get(row.number))
    }
    shielded = frozenset(
        row.number
        for row in found.rows
        if row.shielded or isinstance(row.refused, ProtectedLocation)
    )
    table, columns = found.source.table, found.source.columns
    data = write_rejected(table, columns, reasons, words, shielded, wanted)
    return data, suffix(table, wanted)
