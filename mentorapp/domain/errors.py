"""Refusals: everything the program may say no to, each with the data that explains why.

A ``Refused`` is told to the user where he is, in his words (``mentorapp.words.refusals``); any
other exception is a bug. The classes are dataclasses without ``eq``, so that they stay hashable,
and not frozen, because raising sets the traceback.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path


class Refused(Exception):
    """The office said no, for a reason the user can do something about."""


@dataclass(eq=False)
class Cancelled(Refused):
    """The user stopped it halfway: the transaction is rolled back and nothing has happened."""


class OfficeUnavailable(Refused):
    """The office file cannot be opened at all: exit code 4 on the command line."""


# Values that cannot be right


class Problem(StrEnum):
    """What is wrong with one field."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    NOT_A_NUMBER = "not_a_number"
    OUT_OF_RANGE = "out_of_range"
    NOT_A_DATE = "not_a_date"
    IN_FUTURE = "in_future"
    TOO_FAR_AHEAD = "too_far_ahead"
    TOO_LONG_AGO = "too_long_ago"
    BEFORE_START = "before_start"
    NOT_A_PHONE = "not_a_phone"
    NOT_AN_EMAIL = "not_an_email"
    UNKNOWN_POSTAL_CODE = "unknown_postal_code"
    BAD_ORGANISATION_NUMBER = "bad_organisation_number"
    LOOKS_LIKE_NATIONAL_ID = "looks_like_national_id"
    UNKNOWN_VALUE = "unknown_value"
    PROTECTED = "protected"
    NOT_UNIQUE = "not_unique"
    BEFORE_LAST_MEETING = "before_last_meeting"
    NOT_POSTAL_CODES = "not_postal_codes"
    SAME_PERSON = "same_person"
    OVERLAPS = "overlaps"
    TELLS_WHERE = "tells_where"
    NAMES_PLACE = "names_place"
    TOO_MANY_LINES = "too_many_lines"
    MEASURES_MISSING = "measures_missing"
    SHEET_DOES_NOT_FIT = "sheet_does_not_fit"
    OUTSIDE_ENVELOPE = "outside_envelope"
    SHOWS_MORE = "shows_more"
    WINDOW_TOO_SMALL = "window_too_small"


@dataclass(eq=False)
class InvalidField(Refused):
    """One field holds something that cannot be right; ``field`` is the name in the dataclass."""

    field: str
    problem: Problem
    value: str = ""
    limit: str = ""


@dataclass(eq=False)
class BadDistrict(InvalidField):
    """One of the office's own districts cannot be right: the one in line ``line``, from 1.

    ``value`` is what is wrong in it, ``other`` the district that has the codes already.
    """

    line: int = 1
    other: str = ""


@dataclass(eq=False)
class NumberMistyped(Refused):
    """The check digit does not fit."""

    text: str


@dataclass(eq=False)
class NumberOfAnotherKind(Refused):
    """A right number of the wrong kind; ``found`` and ``wanted`` are names of NumberKind."""

    text: str
    found: str
    wanted: str


@dataclass(eq=False)
class NotFound(Refused):
    """No such record; ``kind`` is the idea (person, pairing, scheme …), ``text`` what was asked."""

    kind: str
    text: str
    known: tuple[str, ...] = ()


@dataclass(eq=False)
class ChangedMeanwhile(Refused):
    """Somebody else saved the record since it was read."""

    kind: str


@dataclass(eq=False)
class StillInUse(Refused):
    """The record cannot be deleted while others stand on it."""

    kind: str
    by: str
    count: int


# Rules of the office


@dataclass(eq=False)
class PairingStillRuns(Refused):
    """Somebody would leave while ``count`` pairings of his run."""

    count: int


@dataclass(eq=False)
class MeetingInFuture(Refused):
    """A meeting is logged after it was held."""

    held_on: date


@dataclass(eq=False)
class MeetingBeforePairing(Refused):
    """The meeting is dated before the pair existed."""

    held_on: date
    agreed_on: date


@dataclass(eq=False)
class MeetingAfterEnd(Refused):
    """The meeting is dated after the pair had ended."""

    held_on: date
    ended_on: date


@dataclass(eq=False)
class PairingClosed(Refused):
    """The pairing has ended, and this is only for a running one."""

    number: int


@dataclass(eq=False)
class AlreadyPaired(Refused):
    """The two are a running pair of the scheme already."""

    number: int


@dataclass(eq=False)
class NewcomerAlreadyPaired(Refused):
    """The newcomer has a running pairing in the same scheme."""

    number: int
    name: str


@dataclass(eq=False)
class MentorFull(Refused):
    """The mentor has as many running pairings as agreed."""

    capacity: int
    name: str


@dataclass(eq=False)
class NotReadyToPair(Refused):
    """The person's status does not allow a pairing; ``role`` is mentor or newcomer."""

    role: str
    status: str
    name: str


@dataclass(eq=False)
class PairNotAllowed(Refused):
    """A must-rule forbids the pair; ``obstacles`` are codes of ``domain.proposals.Obstacle``."""

    obstacles: tuple[str, ...]


@dataclass(eq=False)
class ProposalDecided(Refused):
    """The proposal has left draft, or was answered already."""

    status: str


@dataclass(eq=False)
class WrongStep(Refused):
    """The status cannot go from where it is to where it was sent."""

    kind: str
    now: str
    to: str


@dataclass(eq=False)
class ProtectedLocation(Refused):
    """Where a protected person is may not be stored or shown here."""

    field: str


@dataclass(eq=False)
class NothingToPrint(Refused):
    """There is no letter, pairing or figure to print."""

    what: str


@dataclass(eq=False)
class BadPeriod(Refused):
    """The text names no period."""

    text: str


@dataclass(eq=False)
class QuarterNotBegun(Refused):
    """The period lies in the future, so that there is nothing to report of it."""

    text: str


@dataclass(eq=False)
class CannotWriteFile(Refused):
    """A file asked for could not be written; ``reason`` is a code of FileTrouble."""

    name: str
    reason: str


class FileTrouble(StrEnum):
    """Why a file could not be read or written."""

    NOT_THERE = "not_there"
    NO_PERMISSION = "no_permission"
    READ_ONLY = "read_only"
    FULL = "full"
    IS_FOLDER = "is_folder"
    NOT_A_FOLDER = "not_a_folder"
    IS_SOURCE = "is_source"
    IS_SERVER = "is_server"
    IS_THERE = "is_there"
    NETWORK = "network"
    SYNCED = "synced"
    OTHER = "other"


@dataclass(eq=False)
class RowsRefused(Refused):
    """A strict import found rows that cannot be taken; ``first`` says why for the first one."""

    count: int
    first: str


@dataclass(eq=False)
class FolderInUse(Refused):
    """The folder for the example office holds another office, which is not overwritten."""

    name: str


# The office file


@dataclass(eq=False)
class ReadOnlyOffice(Refused):
    """The office is open for reading only; ``holder`` says who has it, empty when unknown.

    ``reason`` is a code of FileTrouble where it lies on a disk on which nothing is written.
    """

    holder: str = ""
    reason: str = ""


@dataclass(eq=False)
class DiskFull(Refused):
    """Nothing was written, because there is no room. ``freed``: there is some now."""

    freed: bool = False


@dataclass(eq=False)
class OfficeBusy(Refused):
    """Another program held the office too long."""


@dataclass(eq=False)
class NotAnOffice(OfficeUnavailable):
    """The file is something else: a photo, another program's database, an encrypted file."""

    path: Path


@dataclass(eq=False)
class OfficeTooNew(OfficeUnavailable):
    """A newer Mentorapp made the file; opening it for writing could lose what that one knows.

    ``backup`` is when the newest one was made that this program can restore.
    """

    path: Path
    version: str
    backup: datetime | None = None


@dataclass(eq=False)
class OfficeDamaged(OfficeUnavailable):
    """The file does not pass its integrity check."""

    path: Path


@dataclass(eq=False)
class OfficeNotOpened(OfficeUnavailable):
    """The file or its folder cannot be used; ``reason`` is a code of FileTrouble."""

    path: Path
    reason: str
