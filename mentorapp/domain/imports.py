"""Files an office brings along: why one is refused, and what was found in its rows.

A file is refused as a whole (subclasses of ``FileRefused``) only when its rows cannot be told
apart. Whatever is wrong with one cell is a ``CellProblem`` of its row: the other rows go on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from mentorapp.domain.errors import Refused


class ImportKind(StrEnum):
    """What the rows of a file are."""

    ORGANISATIONS = "organisations"
    MENTORS = "mentors"
    NEWCOMERS = "newcomers"
    PAIRINGS = "pairings"
    MEETINGS = "meetings"
    COMPETENCES = "competences"


# Files refused as a whole


class FileRefused(Refused):
    """The file cannot be taken apart into rows."""


@dataclass(eq=False)
class EmptyFile(FileRefused):
    """There is nothing in it, or nothing under the headings."""


class FoundKind(StrEnum):
    """What a file turned out to be, by its first bytes and not by its name."""

    PICTURE = "picture"
    PDF = "pdf"
    OLD_OFFICE = "old_office"
    ARCHIVE = "archive"
    DOCUMENT = "document"
    DATABASE = "database"
    WEB_PAGE = "web_page"
    BINARY = "binary"


@dataclass(eq=False)
class WrongKindOfFile(FileRefused):
    """It is no CSV, XLSX or ODS, whatever its name says."""

    found: FoundKind


@dataclass(eq=False)
class BrokenSpreadsheet(FileRefused):
    """It begins as a spreadsheet and cannot be read as one: cut off, damaged or locked."""


class Limit(StrEnum):
    """What there was too much of. Bytes are bytes, ratio is unpacked to packed size."""

    BYTES = "bytes"
    UNPACKED = "unpacked"
    RATIO = "ratio"
    ENTRIES = "entries"
    ROWS = "rows"
    COLUMNS = "columns"
    CELLS = "cells"
    CELL_LENGTH = "cell_length"


@dataclass(eq=False)
class FileTooLarge(FileRefused):
    """More than an office's list can be; ``found`` may be a lower bound."""

    limit: Limit
    found: int
    allowed: int


@dataclass(eq=False)
class UnclosedQuote(FileRefused):
    """A quotation mark opens in ``line`` and never closes: it would swallow the rows after it."""

    line: int


@dataclass(eq=False)
class BadEncoding(FileRefused):
    """The text breaks the rules of the encoding that its first bytes announce."""

    encoding: str


@dataclass(eq=False)
class NoHeadings(FileRefused):
    """No row looks like headings."""


@dataclass(eq=False)
class SheetNotFound(FileRefused):
    """The workbook has no such sheet; ``known`` are those it has."""

    name: str
    known: tuple[str, ...]


@dataclass(eq=False)
class ColumnsMissing(FileRefused):
    """Without a column for each of ``fields`` no row could be read; ``headings`` are the file's."""

    kind: ImportKind
    fields: tuple[str, ...]
    headings: tuple[str, ...]


# Columns


class Dropped(StrEnum):
    """Why a column is left out although somebody filled it in."""

    NATIONAL_ID = "national_id"
    HEALTH = "health"
    RELIGION = "religion"
    ORIGIN = "origin"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds which field: column index → field, and what was left out on purpose."""

    fields: Mapping[int, str]
    dropped: Mapping[int, Dropped] = field(default_factory=lambda: MappingProxyType({}))

    def column(self, name: str) -> int | None:
        """The index of the column that holds the field, None when there is none."""
        return next((index for index, taken in self.fields.items() if taken == name), None)


# Rows


class Reason(StrEnum):
    """Why a cell, and with it its row, cannot be read."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    HALF_ROW = "half_row"
    TOO_MANY_CELLS = "too_many_cells"
    NOT_A_NAME = "not_a_name"
    NOT_A_DATE = "not_a_date"
    NO_SUCH_DATE = "no_such_date"
    YEAR_IN_FUTURE = "year_in_future"
    YEAR_TOO_LONG_AGO = "year_too_long_ago"
    NOT_A_YEAR = "not_a_year"
    NOT_A_NUMBER = "not_a_number"
    OUT_OF_RANGE = "out_of_range"
    NOT_A_PHONE = "not_a_phone"
    NOT_AN_EMAIL = "not_an_email"
    NOT_YES_OR_NO = "not_yes_or_no"
    NOT_ONE_OF = "not_one_of"
    NOT_A_DISTANCE = "not_a_distance"
    NOT_A_DURATION = "not_a_duration"
    UNKNOWN_POSTAL_CODE = "unknown_postal_code"
    BAD_ORGANISATION_NUMBER = "bad_organisation_number"
    BAD_NUMBER = "bad_number"
    NATIONAL_ID = "national_id"
    SHEET_ERROR = "sheet_error"
    LOCATION_OF_PROTECTED = "location_of_protected"


class NoteReason(StrEnum):
    """What somebody should know about a row that is taken nevertheless."""

    NOT_RECOGNISED = "not_recognised"
    LEVEL_ASSUMED = "level_assumed"
    NATIONAL_ID_REMOVED = "national_id_removed"
    EXTRA_NUMBER = "extra_number"
    SENSITIVE_REMOVED = "sensitive_removed"
    HEALTH_LEFT_OUT = "health_left_out"
    BASIS_LEFT_OUT = "basis_left_out"
    NOT_REGISTERED = "not_registered"
    NO_CONSENT = "no_consent"


@dataclass(frozen=True, slots=True)
class CellProblem:
    """Why a row is left out. ``text`` is the cell as it stood; ``detail`` the number or the words
    that belong into the sentence: the year, the limit, the values that would do.

    ``field`` is empty when the row as a whole is wrong.
    """

    field: str
    heading: str
    text: str
    reason: Reason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class RowNote:
    """A word about a row that is taken; ``text`` is the part of the cell it is about."""

    field: str
    heading: str
    text: str
    reason: NoteReason


@dataclass(frozen=True, slots=True)
class RowReading:
    """One row: ``number`` as the spreadsheet program shows it; ``values`` field → parsed value.

    Empty cells are not in ``values``, so that they never erase what is stored.
    """

    number: int
    values: Mapping[str, object]
    problems: tuple[CellProblem, ...] = ()
    notes: tuple[RowNote, ...] = ()

    @property
    def readable(self) -> bool:
        """Whether the row may be imported."""
        return not self.problems


@dataclass(frozen=True, slots=True)
class PersonReference:
    """Who is meant in a list of pairs or meetings: by number, by e-mail or by name.

    ``number`` is 0 and the texts are empty where the cell gave none.
    """

    number: int = 0
    email: str = ""
    given_name: str = ""
    family_name: str = ""

    @property
    def name(self) -> str:
        """Given and family name."""
        return f"{self.given_name} {self.family_name}".strip()
