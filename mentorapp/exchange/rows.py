"""From the cells of a row to values by field, for whichever kind of list."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from mentorapp.domain.imports import (
    CellProblem,
    Columns,
    NoteReason,
    Reason,
    RowNote,
    RowReading,
)
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.text import folded
from mentorapp.exchange.cells import Context, Partly, Unreadable, is_no_entry, is_sheet_error
from mentorapp.exchange.choices import plain_words
from mentorapp.exchange.tables import Cell, Format, SourceRow, SourceTable, shown
from mentorapp.reference.word_lists import WordLists

Parser = Callable[[Cell, Context], object]
#: Remarks whose words would be lost if they were not put into the notes.
_KEPT = frozenset({NoteReason.NOT_RECOGNISED, NoteReason.EXTRA_NUMBER})
_FREE_TEXTS = ("notes", "motivation", "goal")
_MEMORY = 20_000


@dataclass(frozen=True, slots=True)
class Field:
    """How a cell is read. What a soft field does not understand goes to the notes of the record
    with a remark; in any other field it keeps the row out.
    """

    parse: Parser
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """What the office knows and the file does not say."""

    today: date
    country: str = "NO"
    schemes: tuple[Scheme, ...] = ()
    word_lists: WordLists = field(default_factory=WordLists)


@dataclass(slots=True)
class Draft:
    """A row while it is read; the finishing touches of each kind work on it."""

    number: int
    texts: Mapping[str, tuple[str, str]]
    values: dict[str, object] = field(default_factory=dict)
    problems: list[CellProblem] = field(default_factory=list)
    notes: list[RowNote] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    def refuse(self, name: str, reason: Reason, detail: str = "", *, hide: bool = False) -> None:
        """Add a problem with the cell of the field; ``hide`` leaves its text out."""
        heading, text = self.texts.get(name, ("", ""))
        self.problems.append(CellProblem(name, heading, "" if hide else text, reason, detail))


Finish = Callable[[Draft, Settings], None]


def read_all(
    table: SourceTable,
    columns: Columns,
    fields: Mapping[str, Field],
    settings: Settings,
    finish: Finish,
) -> tuple[RowReading, ...]:
    """Every row of the table; a row that repeats the headings is passed over."""
    reader = _Reader(table, columns, fields, settings)
    return tuple(reader.reading(row, finish) for row in table.rows if row.cells != table.headings)


@dataclass(frozen=True, slots=True)
class _Column:
    index: int
    name: str
    heading: str
    how: Field
    context: Context
    memory: dict[tuple[type, Cell], object]


class _Reader:
    def __init__(
        self,
        table: SourceTable,
        columns: Columns,
        fields: Mapping[str, Field],
        settings: Settings,
    ) -> None:
        self._settings = settings
        self._table = table
        context = Context(
            today=settings.today,
            country=settings.country,
            schemes=scheme_names(settings.schemes),
            word_lists=settings.word_lists,
        )
        self._columns = tuple(
            _Column(
                index,
                name,
                table.headings[index],
                fields[name],
                replace(context, heading=folded(table.headings[index])),
                {},
            )
            for index, name in columns.fields.items()
        )
        self._dropped = tuple(columns.dropped)
        self._short_rows_are_usual = _short_rows_are_usual(table)

    def reading(self, row: SourceRow, finish: Finish) -> RowReading:
        filled = [
            (column, row.cells[column.index])
            for column in self._columns
            if column.index < len(row.cells) and row.cells[column.index] is not None
        ]
        draft = Draft(
            row.number,
            {c.name: (c.heading, "") for c in self._columns}
            | {column.name: (column.heading, shown(cell)) for column, cell in filled},
        )
        draft.problems.extend(self._problems_of_shape(row))
        for column, cell in filled:
            if not is_no_entry(cell):
                self._read(draft, column, cell)
        self._take_out_dropped(draft, row)
        finish(draft, self._settings)
        if draft.lost and not draft.problems:
            before = draft.values.get("notes")
            lines = [str(before)] if before else []
            draft.values["notes"] = "\n".join(lines + draft.lost)
        return RowReading(
            row.number, MappingProxyType(draft.values), tuple(draft.problems), tuple(draft.notes)
        )

    def _problems_of_shape(self, row: SourceRow) -> Iterator[CellProblem]:
        """Only in a CSV: there a row of another length has lost or won a delimiter."""
        if self._table.format is not Format.CSV:
            return
        if len(row.cells) < len(self._table.headings) and not self._short_rows_are_usual:
            yield CellProblem("", "", "", Reason.HALF_ROW)
        elif len(row.cells) > len(self._table.headings):
            yield CellProblem("", "", "", Reason.TOO_MANY_CELLS)

    def _read(self, draft: Draft, column: _Column, cell: Cell) -> None:
        if is_sheet_error(cell):
            draft.refuse(column.name, Reason.SHEET_ERROR)
            return
        key = (type(cell), cell)
        found = column.memory.get(key, self)
        if found is self:
            found = column.how.parse(cell, column.context)
            if len(column.memory) < _MEMORY:
                column.memory[key] = found
        if isinstance(found, Unreadable) and not column.how.soft:
            hide = found.reason is Reason.NATIONAL_ID
            draft.refuse(column.name, found.reason, found.detail, hide=hide)
        elif isinstance(found, Unreadable):
            self._remark(draft, column, (shown(cell),), NoteReason.NOT_RECOGNISED)
        elif isinstance(found, Partly):
            if found.value is not None:
                draft.values[column.name] = found.value
            self._remark(draft, column, found.left, found.reason)
        elif found is not None and found != "":
            draft.values[column.name] = found

    def _take_out_dropped(self, draft: Draft, row: SourceRow) -> None:
        """A free text often repeats what a dropped column says: "I am …"; that goes as well."""
        for index in self._dropped:
            said = shown(row.cells[index]).strip() if index < len(row.cells) else ""
            for name in _FREE_TEXTS if len(said) >= 3 else ():
                text = draft.values.get(name)
                if not isinstance(text, str):
                    continue
                pattern = rf"(?<!\w){re.escape(said)}(?!\w)"
                shorter = re.sub(pattern, "…", text, flags=re.IGNORECASE)
                if shorter != text:
                    draft.values[name] = shorter
                    heading, _ = draft.texts[name]
                    draft.notes.append(RowNote(name, heading, "", NoteReason.SENSITIVE_REMOVED))

    @staticmethod
    def _remark(draft: Draft, column: _Column, left: tuple[str, ...], reason: NoteReason) -> None:
        text = ", ".join(left)
        draft.notes.append(RowNote(column.name, column.heading, text, reason))
        if reason in _KEPT and text:
            draft.lost.append(f"{column.heading}: {text}")


def _short_rows_are_usual(table: SourceTable) -> bool:
    """Excel leaves out the last delimiters of rows whose last cells are empty, 16 rows at a time
    (Microsoft support note 77295); then a short row says nothing.
    """
    short = sum(1 for row in table.rows if len(row.cells) < len(table.headings))
    return short >= 16 or short * 2 > len(table.rows) > 2


def scheme_names(schemes: tuple[Scheme, ...]) -> Mapping[str, str]:
    """Folded name or key → key, for `lists.schemes`."""
    names: dict[str, str] = {}
    for scheme in schemes:
        for name in (scheme.key.replace("_", " "), *scheme.names.values()):
            names.setdefault(plain_words(name), scheme.key)
    return MappingProxyType(names)
