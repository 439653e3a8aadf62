"""How long things are kept, in words: what falls due, and where it stands."""

from collections.abc import Mapping

from mentorapp.domain.audit import AuditEntry
from mentorapp.domain.calls import Call
from mentorapp.domain.events import Invitation
from mentorapp.domain.follow_up import FollowUp
from mentorapp.domain.interviews import Interview, Quote
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.networks import NetworkCheck
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.practice_driving import DrivingPractice
from mentorapp.domain.questionnaires import Questionnaire
from mentorapp.domain.records import Record
from mentorapp.domain.retention import Due, RetentionKind, Standing
from mentorapp.words import N_, Words
from mentorapp.words.labels import label

#: From which day each counts.
COUNTED_FROM = {
    RetentionKind.WITHDRAWN: N_("the day the consent was taken back"),
    RetentionKind.APPLICATION: N_("the day the person left"),
    RetentionKind.NOTES: N_("the day the pair ended"),
    RetentionKind.CLEARANCES: N_("the day the mentor left"),
    RetentionKind.NEWCOMER: N_("the day the newcomer left or the last pair ended"),
    RetentionKind.MENTOR: N_("the day the mentor left or the last pair ended"),
    RetentionKind.OTHER: N_("the day those who live with the person have left"),
    RetentionKind.GUESTS: N_("the day of the event"),
    RetentionKind.LOG: N_("the end of the year it was written in"),
}

#: What somebody wrote about a pair, by the kind of record it stands in.
WRITTEN: dict[type[Record] | type[AuditEntry], str] = {
    Pairing: N_("Notes about the pair"),
    Meeting: N_("Notes and places of meetings"),
    FollowUp: N_("Notes of follow-ups"),
    DrivingPractice: N_("Notes of practice driving"),
    NetworkCheck: N_("Notes about the network"),
    Interview: N_("Answers in interviews"),
    Quote: N_("Quotes"),
    Questionnaire: N_("Own words on questionnaires"),
    Call: N_("Calls"),
    Invitation: N_("Names of guests"),
    AuditEntry: N_("Lines of the log"),
}


def say_overdue(words: Words, many: int) -> str:
    """That so much is kept longer than the office's own rules say."""
    return words.plural(
        "%(n)d thing is kept longer than it should be.",
        "%(n)d things are kept longer than they should be.",
        many,
    )


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


def say_standing(words: Words, standing: Standing, many: int) -> str:
    """So many lines stand there."""
    match standing:
        case Standing.DUE:
            return words.plural("%(n)d due", "%(n)d due", many)
        case Standing.SOON:
            return words.plural("%(n)d soon", "%(n)d soon", many)
        case Standing.HELD:
            return words.plural("%(n)d held", "%(n)d held", many)


def say_unnamed(words: Words, unnamed: Mapping[tuple[RetentionKind, Standing], int]) -> str:
    """What stands where, by kind, for whoever is told no names; nothing where there is none."""
    kinds = dict.fromkeys(kind for kind, _ in unnamed)
    told = [
        f"{label(words, kind)}: "
        + ", ".join(
            say_standing(words, at, many) for (one, at), many in unnamed.items() if one is kind
        )
        for kind in kinds
    ]
    return words.text("Without names: %(list)s.") % {"list": "; ".join(told)} if told else ""


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


def say_all_due(words: Words, kind: RetentionKind, many: int) -> str:
    """All of the kind that are due, of those that may go at once."""
    if kind is RetentionKind.NOTES:
        return words.plural("notes of %(n)d ended pair", "notes of %(n)d ended pairs", many)
    return words.plural(
        "certificate and declaration of %(n)d mentor",
        "certificates and declarations of %(n)d mentors",
        many,
    )


def say_cleared(words: Words, kind: RetentionKind, many: int) -> str:
    """That they are gone."""
    if not many:
        return words.text("Nothing of this kind is due.")
    return words.text("Removed for good: %(what)s.") % {"what": say_all_due(words, kind, many)}


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
