"""How long things are kept, in words: what falls due, and where it stands."""

from mentorapp.domain.retention import Due, RetentionKind, Standing
from mentorapp.words import N_, Words

#: From which day each counts.
COUNTED_FROM = {
    RetentionKind.WITHDRAWN: N_("the day the consent was taken back"),
    RetentionKind.APPLICATION: N_("the day the person left"),
    RetentionKind.NOTES: N_("the day the pair ended"),
    RetentionKind.CLEARANCES: N_("the day the mentor left"),
    RetentionKind.NEWCOMER: N_("the day the newcomer left or the last pair ended"),
    RetentionKind.MENTOR: N_("the day the mentor left or the last pair ended"),
    RetentionKind.OTHER: N_("the day those who live with the person have left"),
}


def say_months(words: Words, months: int) -> str:
    """A period; nought is at once."""
    if not months:
        return words.text("at once")
    return words.plural("%(n)d month", "%(n)d months", months)


def say_due(words: Words, due: Due) -> str:
    """The day, with what was decided about it."""
    day = words.date(due.due_on)
    if due.standing is Standing.HELD:
        return words.text("held: %(reason)s") % {"reason": due.reason}
    return f"{day} ({due.reason})" if due.reason else day


def say_beside(words: Words, pairs: int, elsewhere: int) -> list[str]:
    """What else erasing somebody takes: pairs, and the name in texts about others."""
    said = []
    if pairs:
        said.append(
            words.plural(
                "%(n)d pair goes too: figures of before will count one less.",
                "%(n)d pairs go too: figures of before will count so many less.",
                pairs,
            )
        )
    if elsewhere:
        said.append(
            words.plural(
                "%(n)d text about somebody else has the name: it is left out there.",
                "%(n)d texts about others have the name: it is left out there.",
                elsewhere,
            )
        )
    return said


def say_erased(words: Words, records: int, looked: int, found: int) -> str:
    """That it is done, with what was looked through afterwards."""
    gone = words.plural(
        "%(n)d record was removed for good.", "%(n)d records were removed for good.", records
    )
    return f"{gone} {_say_looked(words, looked, found)}"


def say_anonymised(words: Words, looked: int, found: int) -> str:
    """The same of somebody of whom figures are left."""
    done = words.text("The person is anonymous now. Figures are what they were.")
    return f"{done} {_say_looked(words, looked, found)}"


def _say_looked(words: Words, looked: int, found: int) -> str:
    if found:
        return words.plural(
            "The name, phone, e-mail or address still stands in %(n)d field of the office, as the "
            "name of somebody else or of the office itself.",
            "The name, phone, e-mail or address still stands in %(n)d fields of the office, as the "
            "name of somebody else or of the office itself.",
            found,
        )
    none = words.text(
        "Name, phone, e-mail and address stand in none of the %(looked)s fields left."
    )
    return none % {"looked": words.number(looked)}
