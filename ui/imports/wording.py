"""What the steps of an import say."""

from mentorapp.domain.imports import ImportKind
from mentorapp.operations.imports import Applied, Decision, PlannedRow, RowStatus, say_row
from mentorapp.words import N_, Words
from mentorapp.words.fields import FIELDS
from mentorapp.words.imports import import_field_label, kind_name, note_text
from ui.theme import Tone

_STATUS = {
    RowStatus.NEW: N_("new"),
    RowStatus.CHANGED: N_("changed"),
    RowStatus.SAME: N_("no change"),
    RowStatus.DUPLICATE: N_("known already?"),
    RowStatus.UNREADABLE: N_("cannot be read"),
}
STATUS_TONES = {
    RowStatus.NEW: Tone.OK,
    RowStatus.CHANGED: Tone.INFO,
    RowStatus.SAME: Tone.MUTED,
    RowStatus.DUPLICATE: Tone.WARN,
    RowStatus.UNREADABLE: Tone.BAD,
}
_DECISION = {
    Decision.UPDATE: N_("update that one"),
    Decision.NEW: N_("take as new"),
    Decision.SKIP: N_("leave out"),
}
#: Fields of a record that stand under another name on forms and in lists.
_FORM_NAMES = {
    "organisation_id": "organisation",
    "household_id": "household",
    "earlier_occupation_group": "earlier_occupation",
    "wished_occupation_group": "wished_occupation",
}


def heading_text(words: Words, kind: ImportKind | None) -> str:
    """What is being imported, once it is known."""
    if kind is None:
        return words.text("Import a list")
    return words.text("Import: %(kind)s") % {"kind": kind_name(words, kind)}


def trail_text(words: Words, at: int, file_name: str) -> str:
    """Which of the steps this is, counted from 0, and of which file."""
    _ = words.text
    names = [_("File"), _("Columns"), _("Check"), _("Done")]
    step = _("Step %(at)d of %(all)d: %(name)s") % {
        "at": at + 1,
        "all": len(names),
        "name": names[at],
    }
    return f"{step} · {file_name}" if file_name else step


def next_text(words: Words, at: int, accepted: int) -> str:
    """What the button does that leads on from this step, counted from 0."""
    _ = words.text
    if at == 2:
        return words.plural("Import %(n)d row", "Import %(n)d rows", accepted)
    return _("Check the rows") if at < 2 else _("Import another file")


def count_text(words: Words, status: RowStatus, n: int) -> str:
    """How many rows there are of a status."""
    match status:
        case RowStatus.NEW:
            return words.plural("%(n)d new", "%(n)d new", n)
        case RowStatus.CHANGED:
            return words.plural("%(n)d changed", "%(n)d changed", n)
        case RowStatus.SAME:
            return words.plural("%(n)d without change", "%(n)d without change", n)
        case RowStatus.DUPLICATE:
            return words.plural("%(n)d perhaps known", "%(n)d perhaps known", n)
    return words.plural("%(n)d cannot be read", "%(n)d cannot be read", n)


def status_text(words: Words, status: RowStatus) -> str:
    """What a row is against what is stored."""
    return words.text(_STATUS[status])


def decision_text(words: Words, row: PlannedRow, decision: Decision | None) -> str:
    """What is decided about a row; that a decision is wanted; or nothing."""
    if decision is not None:
        return words.text(_DECISION[decision])
    return words.text("to be decided") if row.status is RowStatus.DUPLICATE else ""


def changed_text(words: Words, kind: ImportKind, row: PlannedRow) -> str:
    """The fields that differ from what is stored, by the names they have on forms."""
    names = [_FORM_NAMES.get(field, field) for field in row.changes]
    known = [import_field_label(words, kind, name) for name in names if name in FIELDS]
    return ", ".join(dict.fromkeys(known))


def what_text(words: Words, kind: ImportKind, row: PlannedRow) -> str:
    """One line about a row: what is wrong, what differs, or what is remarked."""
    parts = [say_row(words, row)]
    if row.status is RowStatus.CHANGED and (changed := changed_text(words, kind, row)):
        parts.append(words.text("changes: %(fields)s") % {"fields": changed})
    parts += [note_text(words, remark) for remark in row.remarks]
    return "; ".join(part for part in parts if part)


def applied_text(words: Words, done: Applied) -> str:
    """The outcome in sentences, without what did not occur."""
    parts = [
        words.plural("%(n)d new record", "%(n)d new records", done.new) if done.new else "",
        words.plural("%(n)d record changed", "%(n)d records changed", done.changed)
        if done.changed
        else "",
        words.plural("%(n)d row said nothing new", "%(n)d rows said nothing new", done.same)
        if done.same
        else "",
        words.plural("%(n)d row left out", "%(n)d rows left out", done.left_out)
        if done.left_out
        else "",
    ]
    return " · ".join(part for part in parts if part)


def left_out_text(words: Words, left_out: int, undecided: int) -> str:
    """How many rows would not be written, and how many of them wait for a word."""
    parts = [
        words.plural("%(n)d row is left out", "%(n)d rows are left out", left_out)
        if left_out
        else "",
        words.plural(
            "%(n)d of them waits for your decision",
            "%(n)d of them wait for your decision",
            undecided,
        )
        if undecided
        else "",
    ]
    return ", ".join(part for part in parts if part)
