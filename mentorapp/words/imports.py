"""Files and rows that cannot be read, as sentences: which row, which column, what is wrong."""

from collections.abc import Callable
from typing import Any

from mentorapp.domain import imports
from mentorapp.domain.errors import Refused
from mentorapp.domain.imports import (
    CellProblem,
    Dropped,
    FoundKind,
    ImportKind,
    Limit,
    NoteReason,
    Reason,
    RowNote,
    RowReading,
)
from mentorapp.words import N_, Words
from mentorapp.words.fields import FIELDS

_FOUND = {
    FoundKind.PICTURE: N_("This is a picture, whatever its name says."),
    FoundKind.PDF: N_("This is a PDF. The list itself is needed, not a print of it."),
    FoundKind.OLD_OFFICE: N_(
        "This is a file of an older Excel (.xls), or it is locked with a password. "
        "Open it in Excel and save it as .xlsx without a password."
    ),
    FoundKind.ARCHIVE: N_("This is a compressed folder. Unpack it and choose the list in it."),
    FoundKind.DOCUMENT: N_("This is a text document or presentation, not a spreadsheet."),
    FoundKind.DATABASE: N_("This is a database, not a list."),
    FoundKind.WEB_PAGE: N_("This is a web page. Save the list as CSV or .xlsx instead."),
    FoundKind.BINARY: N_("This is not a text file or a spreadsheet."),
}

_LIMITS = {
    Limit.BYTES: N_("The file is too large: at most %(megabytes)d MB."),
    Limit.UNPACKED: N_("The file is too large when unpacked: at most %(megabytes)d MB."),
    Limit.RATIO: N_("The file is packed far tighter than any list, and is not opened for safety."),
    Limit.ENTRIES: N_("The spreadsheet has too many parts inside, and is not opened for safety."),
    Limit.ROWS: N_("The list is too long: at most %(allowed)d rows. Is something far down?"),
    Limit.COLUMNS: N_(
        "The list is too wide: at most %(allowed)d columns. Is something far to the right?"
    ),
    Limit.CELLS: N_("The list has too many cells: at most %(allowed)d."),
    Limit.CELL_LENGTH: N_(
        "A cell is longer than %(allowed)d characters. Is a quotation mark missing?"
    ),
}

_REASONS = {
    Reason.MISSING: N_("is missing"),
    Reason.TOO_LONG: N_("is longer than %(detail)s characters"),
    Reason.HALF_ROW: N_("the row has fewer cells than there are headings"),
    Reason.TOO_MANY_CELLS: N_("the row has more cells than there are headings"),
    Reason.NOT_A_NAME: N_("“%(text)s” is not a name"),
    Reason.NOT_A_DATE: N_("“%(text)s” is not a date; write it like 23.11.2026"),
    Reason.NO_SUCH_DATE: N_("there is no such date as “%(text)s”"),
    Reason.YEAR_IN_FUTURE: N_("%(detail)s is in the future"),
    Reason.YEAR_TOO_LONG_AGO: N_("%(detail)s is too long ago"),
    Reason.NOT_A_YEAR: N_("“%(text)s” is not a year; write it with four digits"),
    Reason.NOT_A_NUMBER: N_("“%(text)s” is not a whole number"),
    Reason.OUT_OF_RANGE: N_("“%(text)s” is outside %(detail)s"),
    Reason.NOT_A_PHONE: N_("“%(text)s” is not a phone number"),
    Reason.NOT_AN_EMAIL: N_("“%(text)s” is not an e-mail address"),
    Reason.NOT_YES_OR_NO: N_("“%(text)s” is neither yes nor no"),
    Reason.NOT_ONE_OF: N_("“%(text)s” is not known here"),
    Reason.NOT_A_DISTANCE: N_("“%(text)s” is not a distance; write it like 20 km"),
    Reason.NOT_A_DURATION: N_("“%(text)s” is not a duration; write it like 90 min or 1:30"),
    Reason.UNKNOWN_POSTAL_CODE: N_("there is no postal code “%(text)s”"),
    Reason.BAD_ORGANISATION_NUMBER: N_(
        "“%(text)s” is not an organisation number: the check digit does not fit"
    ),
    Reason.BAD_NUMBER: N_("“%(text)s” is mistyped: the last digit does not fit"),
    Reason.NATIONAL_ID: N_("this is a national identity number; Mentorapp does not store those"),
    Reason.SHEET_ERROR: N_("the formula in the spreadsheet gave an error, “%(text)s”"),
    Reason.LOCATION_OF_PROTECTED: N_(
        "must be empty: nothing that tells where a person with a strictly confidential address "
        "is may be stored"
    ),
}

_NOTES = {
    NoteReason.NOT_RECOGNISED: N_("“%(text)s” was not recognised and is kept in the notes"),
    NoteReason.LEVEL_ASSUMED: N_("no level is given for “%(text)s”; B2 is assumed"),
    NoteReason.NATIONAL_ID_REMOVED: N_("a national identity number was left out"),
    NoteReason.SENSITIVE_REMOVED: N_("what repeats a column that is left out was taken out"),
    NoteReason.HEALTH_LEFT_OUT: N_("what tells of health was left out; it is not stored"),
    NoteReason.BASIS_LEFT_OUT: N_(
        "not one of refugee, family, work, study or other: it was left out and is not stored"
    ),
    NoteReason.NOT_REGISTERED: N_(
        "“%(text)s” is not registered; the person is taken without it. Import organisations first"
    ),
    NoteReason.NO_CONSENT: N_(
        "no consent is given; check that there is another legal basis. "
        "A consent that is stored is not withdrawn by a list"
    ),
    NoteReason.EXTRA_NUMBER: N_("one number is stored; “%(text)s” is kept in the notes"),
}

_DROPPED = {
    Dropped.NATIONAL_ID: N_(
        "“%(heading)s” is left out: Mentorapp does not store national identity numbers."
    ),
    Dropped.HEALTH: N_("“%(heading)s” is left out: Mentorapp does not store health."),
    Dropped.RELIGION: N_("“%(heading)s” is left out: Mentorapp does not store religion."),
    Dropped.ORIGIN: N_(
        "“%(heading)s” is left out: Mentorapp does not store where people are from."
    ),
    Dropped.PRIVATE: N_("“%(heading)s” is left out: it is sensitive and not needed for pairing."),
}

_MORE_FIELDS = {
    "consent": N_("Consent to being registered"),
    "consent_given_on": N_("Consent given on"),
    "employer": N_("Employer"),
    "number": N_("Pairing number"),
    "local_level": N_("Level of the local language"),
    "contact_phone": N_("Phone of the contact person"),
    "contact_email": N_("E-mail of the contact person"),
    "contact_role": N_("Role of the contact person"),
    "logged_by": N_("Logged by"),
}

#: Heading of the extra column in a file of rejected rows.
WHY_HEADING = N_("Why it was not imported")


def import_field_label(words: Words, kind: ImportKind, field: str) -> str:
    """What the list of fields to assign a column to calls the field."""
    if kind is ImportKind.MEETINGS and field == "notes":
        return words.text("What they did")
    if kind in {ImportKind.MENTORS, ImportKind.NEWCOMERS} and field == "place":
        return words.text("Town")
    return words.text(_MORE_FIELDS.get(field) or FIELDS[field])


def kind_name(words: Words, kind: ImportKind) -> str:
    """The kind of list, as a menu shows it."""
    return words.text(_KIND_NAMES[kind])


_KIND_NAMES = {
    ImportKind.ORGANISATIONS: N_("Organisations"),
    ImportKind.MENTORS: N_("Mentors"),
    ImportKind.NEWCOMERS: N_("Newcomers"),
    ImportKind.PAIRINGS: N_("Pairings"),
    ImportKind.MEETINGS: N_("Meetings"),
    ImportKind.COMPETENCES: N_("Competence cards"),
}


def problem_text(words: Words, problem: CellProblem) -> str:
    """Column and fault, without the row: “Fødselsår”: 2062 is in the future."""
    said = words.text(_REASONS[problem.reason]) % {
        "text": shortened(problem.text),
        "detail": problem.detail,
    }
    if not problem.heading:
        return said
    return words.text("“%(heading)s”: %(what)s") % {"heading": problem.heading, "what": said}


def row_problem(words: Words, number: int, problem: CellProblem) -> str:
    """The whole sentence: Row 14, “Fødselsår”: 2062 is in the future."""
    return words.text("Row %(number)d, %(what)s") % {
        "number": number,
        "what": problem_text(words, problem),
    }


def row_problems(words: Words, reading: RowReading) -> str:
    """All that is wrong with a row, for the file of rejected rows and the preview."""
    return "; ".join(problem_text(words, problem) for problem in reading.problems)


def note_text(words: Words, note: RowNote) -> str:
    """A remark about a row that is imported all the same."""
    said = words.text(_NOTES[note.reason]) % {"text": shortened(note.text)}
    return words.text("“%(heading)s”: %(what)s") % {"heading": note.heading, "what": said}


def dropped_text(words: Words, heading: str, reason: Dropped) -> str:
    """Why a whole column is left out."""
    return words.text(_DROPPED[reason]) % {"heading": shortened(heading)}


def shortened(text: str, length: int = 60) -> str:
    """Long cells end in dots, line breaks become spaces."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1] + "…"


def explain_import(words: Words, refused: Refused) -> str:
    """Why a file is refused; KeyError for a refusal of another kind."""
    return _SENTENCES[type(refused)](words, refused)


def _says(message: str) -> Callable[[Words, Any], str]:
    return lambda words, refused: words.text(message) % vars(refused)


def _too_large(words: Words, refused: imports.FileTooLarge) -> str:
    return words.text(_LIMITS[refused.limit]) % {
        "allowed": refused.allowed,
        "megabytes": refused.allowed // (1024 * 1024),
    }


def _columns_missing(words: Words, refused: imports.ColumnsMissing) -> str:
    missing = [import_field_label(words, refused.kind, field) for field in refused.fields]
    return words.text(
        "No column was recognised as %(fields)s. The file has: %(headings)s. "
        "Choose the column yourself."
    ) % {
        "fields": words.join(missing),
        "headings": ", ".join(shortened(heading, 30) for heading in refused.headings[:20]),
    }


_SENTENCES: dict[type[Refused], Callable[[Words, Any], str]] = {
    imports.FileRefused: _says(N_("The file cannot be read.")),
    imports.EmptyFile: _says(N_("The file is empty, or has headings and no rows.")),
    imports.WrongKindOfFile: lambda words, e: (
        words.text(_FOUND[e.found]) + " " + words.text("CSV, .xlsx and .ods can be imported.")
    ),
    imports.BrokenSpreadsheet: _says(
        N_("The spreadsheet is damaged or locked. Open it in Excel and save it anew.")
    ),
    imports.FileTooLarge: _too_large,
    imports.UnclosedQuote: _says(
        N_("A quotation mark in line %(line)d is out of place or never closed.")
    ),
    imports.BadEncoding: _says(
        N_("The file says that it is %(encoding)s and is not. Save it as CSV UTF-8 anew.")
    ),
    imports.NoHeadings: _says(
        N_("No headings were found. The first row must say what the columns are.")
    ),
    imports.SheetNotFound: lambda words, e: (
        words.text("The file has no sheet “%(name)s”. It has: %(known)s.")
        % {"name": e.name, "known": ", ".join(e.known)}
    ),
    imports.ColumnsMissing: _columns_missing,
}
