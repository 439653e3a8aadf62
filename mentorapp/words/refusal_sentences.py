"""The sentences of the refusals, for ``refusals.explain``.

A test walks all subclasses of ``Refused`` and fails when one has no sentence.
"""

from collections.abc import Callable
from datetime import date

from mentorapp.domain import errors, run_errors
from mentorapp.domain.errors import FileTrouble, Problem, Refused
from mentorapp.words import N_, Words
from mentorapp.words.fields import field_label, kind_label, role_status
from mentorapp.words.imports import explain_import
from mentorapp.words.reasons import say_obstacle
from mentorapp.words.refusals_more import MORE_SENTENCES
from mentorapp.words.saying import says

_PROBLEMS = {
    Problem.MISSING: N_("%(field)s is missing."),
    Problem.TOO_LONG: N_("%(field)s is too long: at most %(limit)s characters."),
    Problem.NOT_A_NUMBER: N_("%(field)s must be a number, not “%(value)s”."),
    Problem.OUT_OF_RANGE: N_("%(field)s cannot be “%(value)s”."),
    Problem.NOT_A_DATE: N_("%(field)s is not a date: “%(value)s”."),
    Problem.IN_FUTURE: N_("%(field)s lies in the future: “%(value)s”."),
    Problem.TOO_FAR_AHEAD: N_("%(field)s lies too far ahead: “%(value)s”."),
    Problem.TOO_LONG_AGO: N_("%(field)s lies too long ago: “%(value)s”."),
    Problem.BEFORE_START: N_("%(field)s is before the beginning: “%(value)s”."),
    Problem.NOT_A_PHONE: N_("%(field)s is not a phone number: “%(value)s”."),
    Problem.NOT_AN_EMAIL: N_("%(field)s is not an e-mail address: “%(value)s”."),
    Problem.UNKNOWN_POSTAL_CODE: N_("%(field)s “%(value)s” does not exist."),
    Problem.BAD_ORGANISATION_NUMBER: N_(
        "%(field)s “%(value)s” is wrong: its check digit does not fit."
    ),
    Problem.LOOKS_LIKE_NATIONAL_ID: N_(
        "%(field)s looks like a national identity number. Mentorapp does not store those."
    ),
    Problem.UNKNOWN_VALUE: N_("%(field)s: “%(value)s” is not known here."),
    Problem.BEFORE_LAST_MEETING: N_("%(field)s is before the last meeting, “%(value)s”."),
    Problem.NOT_POSTAL_CODES: N_(
        "%(field)s: “%(value)s” is no list of postal codes. Write them like 8003-8009, 8012."
    ),
    Problem.SAME_PERSON: N_("%(field)s cannot be the person himself or herself."),
    Problem.OVERLAPS: N_("%(field)s: “%(value)s” is there already."),
    Problem.TELLS_WHERE: N_(
        "%(field)s: nothing that tells where a person with a strictly confidential address is may "
        "be stored. Choose another kind of tie."
    ),
    Problem.NAMES_PLACE: N_(
        "%(field)s names a place: “%(value)s”. Nothing is kept that tells where a person with a "
        "strictly confidential address is. Write it without the place."
    ),
    Problem.NOT_UNIQUE: N_("%(field)s: “%(value)s” could be several. Write the number."),
    Problem.PROTECTED: N_("%(field)s must be empty for a person with a protected address."),
    Problem.TOO_MANY_LINES: N_("%(field)s has too many lines: at most %(limit)s."),
    Problem.MEASURES_MISSING: N_(
        "%(field)s: measure the window and the envelope. All six numbers are needed, in mm."
    ),
    Problem.SHEET_DOES_NOT_FIT: N_(
        "%(field)s: a folded sheet does not go into an envelope of these measures. "
        "It must be at least 210 mm wide and 99 mm high."
    ),
    Problem.OUTSIDE_ENVELOPE: N_("%(field)s: the window reaches beyond the envelope."),
    Problem.SHOWS_MORE: N_(
        "%(field)s: through this window more than the address would be read. It may show nothing "
        "above 24 mm, below 83 mm or to the right of 128 mm of the sheet, wherever that slides."
    ),
    Problem.WINDOW_TOO_SMALL: N_(
        "%(field)s: an address of three lines is not always seen whole in this window, because "
        "the sheet slides in the envelope."
    ),
}

_DISTRICTS = {
    Problem.MISSING: N_("the district has no name. Write it like “Centre: 8003-8009, 8012”."),
    Problem.TOO_LONG: N_("the name is too long: at most %(limit)s characters."),
    Problem.NOT_UNIQUE: N_("“%(value)s” stands in an earlier line already."),
    Problem.NOT_POSTAL_CODES: N_(
        "“%(value)s” is no postal code, nor a range from a lower to a higher one like 8003-8009."
    ),
    Problem.UNKNOWN_POSTAL_CODE: N_("there is no postal code “%(value)s”."),
    Problem.OVERLAPS: N_("“%(value)s” belongs to “%(other)s” already."),
}

_TROUBLES = {
    FileTrouble.NOT_THERE: N_("The file or folder is not there."),
    FileTrouble.NO_PERMISSION: N_("You do not have permission to use it."),
    FileTrouble.READ_ONLY: N_("The folder is read-only. Choose a folder you can write in."),
    FileTrouble.FULL: N_("The disk is full. Free some space and try again."),
    FileTrouble.IS_FOLDER: N_("It is a folder, not a file."),
    FileTrouble.NOT_A_FOLDER: N_("What should be a folder on its path is a file."),
    FileTrouble.IS_SOURCE: N_("It is the list itself. Choose another name."),
    FileTrouble.IS_SERVER: N_("Only a file can be opened, not an address on a server."),
    FileTrouble.IS_THERE: N_("It is there already and stays as it is."),
    FileTrouble.NETWORK: N_("It is on a network drive. Choose a folder on this PC."),
    FileTrouble.SYNCED: N_(
        "The folder is kept in step with other machines. Choose another folder on this PC."
    ),
    FileTrouble.OTHER: N_("The disk did not answer as it should."),
}


def sentence(words: Words, refused: Refused) -> str:
    """One or two sentences; KeyError for a refusal that nobody has put into words."""
    for kind in type(refused).__mro__:
        if kind in _SENTENCES:
            return _SENTENCES[kind](words, refused)
    return explain_import(words, refused)


def _field(words: Words, e: errors.InvalidField) -> str:
    said = words.text(_PROBLEMS[e.problem]) % {
        "field": field_label(words, e.field),
        "value": _as_read(words, e.value),
        "limit": e.limit,
    }
    if e.problem is Problem.OUT_OF_RANGE and e.limit:
        said += " " + words.text("Possible is %(limit)s.") % {"limit": e.limit}
    return said


def _district(words: Words, e: errors.BadDistrict) -> str:
    _ = words.text
    if e.problem is Problem.NOT_POSTAL_CODES and not e.value:
        wrong = _(
            "“%(other)s” has no postal codes. Write them after a colon, like 8003-8009, 8012."
        )
    else:
        wrong = _(_DISTRICTS[e.problem])
    values = {"value": e.value, "other": e.other, "limit": e.limit}
    return _("Line %(line)d: %(wrong)s") % {"line": e.line, "wrong": wrong % values}


def _as_read(words: Words, value: str) -> str:
    """A day in the user's form; any other value as it was typed."""
    try:
        return words.date(date.fromisoformat(value)) if len(value) == len("2026-11-23") else value
    except ValueError:
        return value


def _number_kind(words: Words, e: errors.NumberOfAnotherKind) -> str:
    _ = words.text
    if not e.found:
        return _("%(text)s is not a number for “%(wanted)s”.") % {
            "text": e.text,
            "wanted": kind_label(words, e.wanted),
        }
    return _("%(text)s is a number for “%(found)s”, not for “%(wanted)s”.") % {
        "text": e.text,
        "found": kind_label(words, e.found),
        "wanted": kind_label(words, e.wanted),
    }


def _mistyped(words: Words, e: errors.NumberMistyped) -> str:
    _ = words.text
    if any(letter.isalpha() for letter in e.text):
        return _("“%(text)s” is not a number.") % {"text": e.text}
    said = _("“%(text)s” is mistyped: the last digit does not fit. Look at the paper once more.")
    return said % {"text": e.text}


def _not_found(words: Words, e: errors.NotFound) -> str:
    _ = words.text
    said = _("There is no %(kind)s “%(text)s” in this office.") % {
        "kind": kind_label(words, e.kind),
        "text": e.text,
    }
    if e.known:
        said += " " + _("There are: %(known)s.") % {"known": ", ".join(e.known)}
    return said


def _full(words: Words, e: errors.DiskFull) -> str:
    if e.freed:
        return words.text(
            "The disk is full. Nothing was saved, but some room was kept for this: save once more "
            "now, and then free some space."
        )
    return words.text("The disk is full. Nothing was saved; free some space and try again.")


def _too_new(words: Words, e: errors.OfficeTooNew) -> str:
    _ = words.text
    said = _(
        "“%(path)s” was made by a newer Mentorapp (%(version)s). "
        "Install the newer version to open it; nothing was changed."
    ) % {"path": e.path, "version": e.version}
    if e.backup is None:
        return said
    before = _(
        "The backup of %(moment)s was made before and can be restored with this version; what was "
        "saved since is not in it."
    ) % {"moment": words.moment(e.backup.astimezone())}
    return f"{said} {before}"


def _read_only(words: Words, e: errors.ReadOnlyOffice) -> str:
    _ = words.text
    if e.holder:
        return _(
            "The office is open in another program (%(holder)s), so here it can only be read. "
            "Close it there and open it again."
        ) % {"holder": e.holder}
    if e.reason == FileTrouble.NETWORK:
        return _(
            "The office can only be read here: it lies on a network drive, where saving can "
            "destroy it. Move it to a folder on this PC; its backups may lie there."
        )
    if e.reason == FileTrouble.SYNCED:
        return _(
            "The office can only be read here: its folder is kept in step with other machines, "
            "which can destroy it. Move it to another folder on this PC; its backups may lie there."
        )
    return _("The office can only be read here: the file or its folder is read-only.")


def _not_allowed(words: Words, e: errors.PairNotAllowed) -> str:
    from mentorapp.domain.proposals import Obstacle

    return words.text("These two cannot be paired: %(why)s.") % {
        "why": ", ".join(say_obstacle(words, Obstacle(code)) for code in e.obstacles)
    }


def _file(message: str) -> Callable[..., str]:
    def said(words: Words, e: errors.CannotWriteFile | errors.OfficeNotOpened) -> str:
        name = e.name if isinstance(e, errors.CannotWriteFile) else str(e.path)
        start = words.text(message) % {"name": name}
        return f"{start} {words.text(_TROUBLES[FileTrouble(e.reason)])}"

    return said


_SENTENCES: dict[type[Refused], Callable[..., str]] = {
    errors.InvalidField: _field,
    errors.BadDistrict: _district,
    errors.NumberMistyped: _mistyped,
    errors.NumberOfAnotherKind: _number_kind,
    errors.NotFound: _not_found,
    errors.ChangedMeanwhile: says(
        N_("Somebody else saved this meanwhile. Nothing was overwritten: open it again to see it.")
    ),
    errors.StillInUse: lambda words, e: (
        words.text("It cannot be deleted: something still depends on it (%(by)s: %(count)d).")
        % {"count": e.count, "by": kind_label(words, e.by)}
    ),
    errors.PairingStillRuns: lambda words, e: (
        words.plural("%(n)d pairing still runs.", "%(n)d pairings still run.", e.count)
        + " "
        + words.text("End it first, so that its reason is known.")
    ),
    errors.MeetingInFuture: says(
        N_("A meeting is logged after it was held; %(held_on)s lies in the future.")
    ),
    errors.MeetingBeforePairing: says(
        N_("The meeting is dated %(held_on)s, but the pair was agreed on %(agreed_on)s.")
    ),
    errors.MeetingAfterEnd: says(
        N_("The meeting is dated %(held_on)s, but the pair ended on %(ended_on)s.")
    ),
    errors.PairingClosed: says(N_("Pairing %(number)s has ended.")),
    errors.AlreadyPaired: says(N_("These two are already a pair: number %(number)s.")),
    errors.NewcomerAlreadyPaired: says(
        N_("%(name)s already has a mentor in this scheme: pairing %(number)s.")
    ),
    errors.MentorFull: says(
        N_("%(name)s already has as many as agreed (%(capacity)s). Raise the number first.")
    ),
    errors.NotReadyToPair: lambda words, e: (
        words.text("%(name)s cannot be paired now; the status is “%(status)s”.")
        % {"name": e.name, "status": role_status(words, e.role, e.status)}
    ),
    run_errors.ByHandOnly: says(
        N_("%(name)s has a strictly confidential address and is paired by hand only.")
    ),
    run_errors.NotInScheme: says(N_("%(name)s has not chosen the scheme “%(scheme)s”.")),
    run_errors.AnswerAwaited: says(
        N_("A proposal to %(name)s has been sent: its answer comes before any other pairing.")
    ),
    run_errors.NotInRun: says(
        N_("No run looks at this person now: paired, asked, paused or withdrawn since.")
    ),
    errors.PairNotAllowed: _not_allowed,
    run_errors.PairsContradict: says(
        N_(
            "What is asked for %(name)s contradicts itself: a newcomer is locked to one mentor, "
            "and a locked pair cannot be forbidden too."
        )
    ),
    errors.ProposalDecided: lambda words, e: (
        words.text("This proposal has already been decided: %(status)s.")
        % {"status": role_status(words, "proposal", e.status)}
    ),
    errors.WrongStep: lambda words, e: (
        words.text("The status cannot go from “%(now)s” to “%(to)s”.")
        % {"now": role_status(words, e.kind, e.now), "to": role_status(words, e.kind, e.to)}
    ),
    errors.ProtectedLocation: lambda words, e: (
        words.text(
            "%(field)s must be empty: nothing that tells where a person with a protected address "
            "is may be stored here."
        )
        % {"field": field_label(words, e.field)}
    ),
    errors.Cancelled: says(N_("Cancelled: nothing was changed.")),
    errors.NothingToPrint: says(N_("There is nothing to print.")),
    errors.BadPeriod: says(
        N_(
            "“%(text)s” is not a period. Write a quarter like 2026Q3, a tertial like 2026T2, a "
            "half-year like 2026H1, a year like 2026, or days like 2026-01-01..2026-03-15."
        )
    ),
    errors.QuarterNotBegun: says(N_("%(text)s has not begun: there is nothing to report yet.")),
    errors.CannotWriteFile: _file(N_("“%(name)s” could not be written or read.")),
    errors.RowsRefused: lambda words, e: (
        words.plural(
            "Nothing was imported, because %(n)d row cannot be taken.",
            "Nothing was imported, because %(n)d rows cannot be taken.",
            e.count,
        )
        + " "
        + words.text("The first: %(why)s.") % {"why": e.first}
    ),
    errors.FolderInUse: says(
        N_("“%(name)s” holds an office that is not the example. Choose another folder.")
    ),
    errors.ReadOnlyOffice: _read_only,
    errors.DiskFull: _full,
    errors.OfficeBusy: says(
        N_("Another program is writing to the office just now. Try again in a moment.")
    ),
    errors.NotAnOffice: says(
        N_("“%(path)s” is not a Mentorapp office. Choose another file; this one was not touched.")
    ),
    errors.OfficeTooNew: _too_new,
    errors.OfficeDamaged: says(
        N_("“%(path)s” is damaged. Do not work on in it; restore the newest backup copy.")
    ),
    errors.OfficeNotOpened: _file(N_("The office “%(name)s” cannot be opened.")),
    **MORE_SENTENCES,
}
