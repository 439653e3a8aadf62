"""What is told of backups, in the window and on the command line alike."""

from datetime import datetime

from mentorapp.domain.backups import BackupStatus, Counted, Drill, FoundBackup, Restored
from mentorapp.words import N_, Words
from mentorapp.words.plain_copies import left_sentence

_MEGABYTE = 1_000_000
_KINDS = {
    "people": N_("People"),
    "mentors": N_("Mentors"),
    "newcomers": N_("Newcomers"),
    "organisations": N_("Organisations"),
    "pairings": N_("Pairings"),
    "meetings": N_("Meetings"),
}


def moment(words: Words, at: datetime | None) -> str:
    """By the wall clock, or that it never was."""
    return words.text("never") if at is None else words.moment(at.astimezone())


def size(words: Words, count: int) -> str:
    """Bytes as megabytes."""
    return words.text("%(n)s MB") % {"n": words.number(max(count, 100_000) / _MEGABYTE)}


def where(words: Words, one: FoundBackup) -> str:
    """In which of the two places it lies."""
    _ = words.text
    return _("second place") if one.in_second_place else _("beside the office")


def warning(words: Words, status: BackupStatus) -> str:
    """What is wrong, in a sentence or two; empty where nothing is."""
    _ = words.text
    said = []
    if status.newest is None:
        said.append(_("The office was never backed up."))
    elif status.overdue:
        old = _("The newest backup is more than a week old: it is of %(moment)s.")
        said.append(old % {"moment": moment(words, status.newest)})
    if status.second_missing:
        lost = _("The second place for backups is not there: %(folder)s. Is a stick to be put in?")
        said.append(lost % {"folder": status.second})
    if status.in_plain_text:
        said.append(left_sentence(words, status.in_plain_text))
    return " ".join(said)


def short_status(words: Words, status: BackupStatus, today: datetime) -> str:
    """For the edge of the window: when the newest backup was made, and whether all is well."""
    _ = words.text
    if status.newest is None:
        return _("No backup yet")
    made = status.newest.astimezone()
    same_day = made.date() == today.astimezone().date()
    at = f"{made:%H:%M}" if same_day else words.date(made.date())
    if status.second_missing:
        return _("Backed up %(time)s · second place missing") % {"time": at}
    if status.second is None:
        return _("Backed up %(time)s · one place only") % {"time": at}
    return _("Backed up %(time)s") % {"time": at}


def status_lines(words: Words, status: BackupStatus) -> list[str]:
    """All that is known, line by line."""
    _ = words.text
    second = str(status.second) if status.second else _("none chosen")
    lines = [
        _("Newest backup: %(moment)s") % {"moment": moment(words, status.newest)},
        _("Second place: %(folder)s") % {"folder": second},
    ]
    if status.second is not None:
        newest = moment(words, status.newest_second)
        lines.append(_("Newest backup there: %(moment)s") % {"moment": newest})
    lines.append(_("Restore last tried: %(moment)s") % {"moment": moment(words, status.drilled)})
    return [*lines, *filter(None, (warning(words, status), *advice(words, status)))]


def advice(words: Words, status: BackupStatus) -> list[str]:
    """What could be better."""
    _ = words.text
    said = []
    if status.second is None:
        said.append(
            _("Choose a second place, on another disk: a fire or a thief takes both otherwise.")
        )
    elif status.second_on_same_disk:
        said.append(
            _("The second place is on the same disk as the office: one fault would take both.")
        )
    if status.drill_due:
        said.append(_("Try out a restore: it is more than a month since it was seen to work."))
    return said


def counted_label(words: Words, one: Counted) -> str:
    """The kind of record that was counted."""
    return words.text(_KINDS[one.kind])


def drill_verdict(words: Words, done: Drill) -> str:
    """Whether the backup may be relied on, in one sentence."""
    _ = words.text
    values = {
        "moment": moment(words, done.backup.made),
        "seconds": words.number(done.seconds),
    }
    if not done.passed:
        return (
            _("The backup of %(moment)s is not the same as the office. Make a new one now.")
            % values
        )
    if done.changed_since:
        return (
            _(
                "The backup of %(moment)s can be restored, in %(seconds)s seconds. Differences are "
                "what was changed since."
            )
            % values
        )
    return (
        _(
            "The backup of %(moment)s can be restored, in %(seconds)s seconds, and is the same as "
            "the office."
        )
        % values
    )


def drill_lines(words: Words, done: Drill) -> list[str]:
    """The verdict and the counts behind it."""
    said = words.text("%(kind)s: %(restored)d in the backup, %(office)d in the office")
    return [
        drill_verdict(words, done),
        *(
            said
            % {
                "kind": counted_label(words, one),
                "restored": one.restored,
                "office": one.office,
            }
            for one in done.counted
        ),
    ]


def restored_lines(words: Words, done: Restored) -> list[str]:
    """What was done, and what is to be known of it."""
    _ = words.text
    lines = [_("The backup is in its place: %(file)s") % {"file": done.office}]
    if done.replaced is not None:
        lines.append(_("What was there before is kept: %(file)s") % {"file": done.replaced})
    if done.gone_again:
        lines.append(
            words.plural(
                "%(n)d record that was removed for good since is removed from it as well.",
                "%(n)d records that were removed for good since are removed from it as well.",
                done.gone_again,
            )
        )
    if done.protected_again:
        lines.append(
            words.plural(
                "%(n)d person whose address was protected since is protected in it as well.",
                "%(n)d people whose addresses were protected since are protected in it as well.",
                done.protected_again,
            )
        )
    if done.shut_out:
        lines.append(
            _(
                "Let in since, and so not in it: %(names)s. They cannot come in until you let them "
                "in again, in Settings, Security."
            )
            % {"names": ", ".join(done.shut_out)}
        )
    if done.shut_out_unnamed:
        lines.append(
            words.plural(
                "%(n)d account that was made since is not in it. Let that person in again, in "
                "Settings, Security.",
                "%(n)d accounts that were made since are not in it. Let these people in again, in "
                "Settings, Security.",
                done.shut_out_unnamed,
            )
        )
    if done.keys_of_then:
        lines.append(
            _(
                "It opens with the passphrases of the day of the backup. Look through the "
                "accounts: whoever was removed since can come in again."
            )
        )
    return lines
