"""What needs attention today, as sentences."""

import unicodedata
from collections.abc import Callable

from mentorapp.domain.driving_warnings import DrivingWarning
from mentorapp.domain.follow_up import Attention, AttentionKind
from mentorapp.domain.letters import LetterKind
from mentorapp.domain.networks import NetworkStage
from mentorapp.domain.outcomes import OutcomePoint
from mentorapp.domain.questionnaires import Moment
from mentorapp.domain.schemes import FollowUpKind
from mentorapp.words import N_, Words
from mentorapp.words.fields import kind_label
from mentorapp.words.labels import label


def say(words: Words, about: Attention) -> str:
    """The line as a sentence: "No meeting for 33 days: Kari Nordmann and Ali Hassan (30017)"."""
    who = _apart(about.who)
    number = about.detail if about.kind in _OF_PLACEMENTS else about.pairing_number
    if number:
        who = words.text("%(who)s (%(number)s)") % {"who": who, "number": number}
    if about.more:
        more = words.plural("%(n)d more", "%(n)d more", about.more)
        who = words.text("%(who)s, and %(more)s") % {"who": who, "more": more}
    return _SAYERS[about.kind](words, about) % {
        "who": who,
        "days": words.plural("%(n)d day", "%(n)d days", abs(about.days)),
        "what": detail(words, about),
    }


def _apart(name: str) -> str:
    """An Arabic or Hebrew name in isolates: the number behind it would else stand before it."""
    from_the_right = any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in name)
    return f"\u2068{name}\u2069" if from_the_right else name


def say_open(words: Words, about: Attention) -> str:
    """The same about a pair whose names stand beside it already."""
    return words.text(_OPEN[about.kind]) % {
        "days": words.plural("%(n)d day", "%(n)d days", abs(about.days)),
        "what": detail(words, about),
    }


_OPEN = {
    AttentionKind.FOLLOW_UP: N_("Overdue %(days)s: %(what)s"),
    AttentionKind.FIRST_MEETING: N_("No first meeting after %(days)s"),
    AttentionKind.SILENT: N_("No meeting for %(days)s"),
    AttentionKind.LETTER: N_("To print: %(what)s"),
}


def detail(words: Words, about: Attention) -> str:
    """What the line is about beside the people, in words."""
    told = _DETAILS.get(about.kind)
    return told(words, about.detail) if told else about.detail


_DETAILS: dict[AttentionKind, Callable[[Words, str], str]] = {
    AttentionKind.FOLLOW_UP: lambda words, code: label(words, FollowUpKind(code)),
    AttentionKind.LETTER: lambda words, code: label(words, LetterKind(code)),
    AttentionKind.OUTCOME: lambda words, code: label(words, OutcomePoint(code)),
    AttentionKind.NETWORK_QUESTION: lambda words, code: label(words, NetworkStage(code)),
    AttentionKind.QUESTIONS_OUT: lambda words, code: label(words, Moment(code)),
    AttentionKind.UNFINISHED_FORM: kind_label,
    AttentionKind.PLAN_STEP: lambda words, n: words.plural("%(n)d step", "%(n)d steps", int(n)),
    AttentionKind.EVENT_SOON: lambda words, n: words.plural(
        "%(n)d answer", "%(n)d answers", int(n)
    ),
    AttentionKind.EVENT_ATTENDANCE: lambda words, n: words.plural(
        "%(n)d guest", "%(n)d guests", int(n)
    ),
}


def _follow_up(words: Words, about: Attention) -> str:
    _ = words.text
    if about.days > 0:
        return _("Follow-up overdue %(days)s: %(what)s – %(who)s")
    if about.days == 0:
        return _("Follow-up due today: %(what)s – %(who)s")
    return _("Follow-up due in %(days)s: %(what)s – %(who)s")


def _first_meeting(words: Words, _about: Attention) -> str:
    return words.text("No first meeting after %(days)s: %(who)s")


def _silent(words: Words, _about: Attention) -> str:
    return words.text("No meeting for %(days)s: %(who)s")


def _certificate(words: Words, about: Attention) -> str:
    _ = words.text
    if about.detail:
        return _("Meets a family with children and has shown no police certificate: %(who)s")
    if about.days > 0:
        return _("Police certificate expired %(days)s ago: %(who)s")
    if about.days == 0:
        return _("Police certificate expires today: %(who)s")
    return _("Police certificate expires in %(days)s: %(who)s")


def _waiting(words: Words, _about: Attention) -> str:
    return words.text("Has waited %(days)s for a mentor: %(who)s")


def _letter(words: Words, about: Attention) -> str:
    _ = words.text
    if about.days > 0:
        return _("Not printed for %(days)s: %(what)s – %(who)s")
    return _("To print: %(what)s – %(who)s")


def _proposal(words: Words, about: Attention) -> str:
    _ = words.text
    if about.days > 0:
        return _("No answer for %(days)s to the proposal: %(who)s")
    return _("Proposal to decide: %(who)s")


def _outcome(words: Words, about: Attention) -> str:
    _ = words.text
    if about.days > 0:
        return _("Outcome to ask for, %(days)s late: %(what)s – %(who)s")
    if about.days == 0:
        return _("Outcome to ask for today: %(what)s – %(who)s")
    return _("Outcome to ask for in %(days)s: %(what)s – %(who)s")


def _goal(words: Words, about: Attention) -> str:
    _ = words.text
    if about.days > 0:
        return _("Goal past its deadline for %(days)s, without a result: %(who)s")
    if about.days == 0:
        return _("Goal with its deadline today: %(who)s")
    return _("Goal with its deadline in %(days)s: %(who)s")


def _first_visit(words: Words, _about: Attention) -> str:
    return words.text("Introduced %(days)s ago and not been there yet: %(what)s – %(who)s")


def _still_member(words: Words, _about: Attention) -> str:
    return words.text("Ask whether still a member, last known %(days)s ago: %(what)s – %(who)s")


def _plan_step(words: Words, _about: Attention) -> str:
    return words.text("%(what)s of the plan late, the oldest %(days)s: %(who)s")


def _event_soon(words: Words, about: Attention) -> str:
    _ = words.text
    if about.days == 0:
        return _("Today is “%(who)s”: %(what)s missing")
    return _("In %(days)s is “%(who)s”: %(what)s missing")


def _event_attendance(words: Words, _about: Attention) -> str:
    return words.text("Note who was at “%(who)s”, %(days)s ago: %(what)s")


def _midway(words: Words, about: Attention) -> str:
    _ = words.text
    if about.days > 0:
        return _("Midway talk of the placement overdue %(days)s: %(who)s")
    return _("Midway talk of the placement due today: %(who)s")


def _placement_ends(words: Words, about: Attention) -> str:
    _ = words.text
    if about.days == 0:
        return _("Placement ends today: %(who)s")
    return _("Placement ends in %(days)s: %(who)s")


def _placement_over(words: Words, _about: Attention) -> str:
    return words.text("Placement over for %(days)s, tell how it ended: %(who)s")


def _no_coordinator(words: Words, _about: Attention) -> str:
    return words.text("Nobody responsible for %(days)s: %(who)s")


def _network(words: Words, about: Attention) -> str:
    _ = words.text
    if about.days > 0:
        return _("Ask about the network, due for %(days)s: %(what)s – %(who)s")
    return _("Ask about the network today: %(what)s – %(who)s")


def _pair_ends(words: Words, about: Attention) -> str:
    _ = words.text
    if about.days > 0:
        return _("Pair past its planned end for %(days)s: %(who)s")
    if about.days == 0:
        return _("Pair ends today: %(who)s")
    return _("Pair ends in %(days)s: %(who)s")


def _agreement(words: Words, _about: Attention) -> str:
    return words.text("Agreement not signed after %(days)s: %(who)s")


def _questions_out(words: Words, _about: Attention) -> str:
    return words.text("Questions not come back after %(days)s: %(what)s – %(who)s")


def _unfinished(words: Words, about: Attention) -> str:
    _ = words.text
    if about.who:
        return _("A form was left open: %(what)s – %(who)s")
    return _("A form was left open: %(what)s")


_OF_PLACEMENTS = frozenset(
    {
        AttentionKind.PLACEMENT_MIDWAY,
        AttentionKind.PLACEMENT_ENDS,
        AttentionKind.PLACEMENT_OVER,
    }
)


def _permit(words: Words, about: Attention) -> str:
    return words.text(_PERMITS[DrivingWarning(about.detail)])


_PERMITS = {
    DrivingWarning.PERMIT_MISSING: N_("No learner’s permit is written down: %(who)s"),
    DrivingWarning.PERMIT_NOT_YET: N_("The learner’s permit is valid only in %(days)s: %(who)s"),
    DrivingWarning.PERMIT_ENDED: N_("The learner’s permit ended %(days)s ago: %(who)s"),
    DrivingWarning.PERMIT_ENDS_SOON: N_("The learner’s permit ends in %(days)s: %(who)s"),
}


_SAYERS: dict[AttentionKind, Callable[[Words, Attention], str]] = {
    AttentionKind.FOLLOW_UP: _follow_up,
    AttentionKind.FIRST_MEETING: _first_meeting,
    AttentionKind.SILENT: _silent,
    AttentionKind.PAIR_ENDS: _pair_ends,
    AttentionKind.AGREEMENT: _agreement,
    AttentionKind.CERTIFICATE: _certificate,
    AttentionKind.WAITING: _waiting,
    AttentionKind.LETTER: _letter,
    AttentionKind.PROPOSAL: _proposal,
    AttentionKind.DRIVING_PERMIT: _permit,
    AttentionKind.OUTCOME: _outcome,
    AttentionKind.GOAL: _goal,
    AttentionKind.FIRST_VISIT: _first_visit,
    AttentionKind.STILL_MEMBER: _still_member,
    AttentionKind.PLAN_STEP: _plan_step,
    AttentionKind.EVENT_SOON: _event_soon,
    AttentionKind.EVENT_ATTENDANCE: _event_attendance,
    AttentionKind.PLACEMENT_MIDWAY: _midway,
    AttentionKind.PLACEMENT_ENDS: _placement_ends,
    AttentionKind.PLACEMENT_OVER: _placement_over,
    AttentionKind.NO_COORDINATOR: _no_coordinator,
    AttentionKind.NETWORK_QUESTION: _network,
    AttentionKind.QUESTIONS_OUT: _questions_out,
    AttentionKind.UNFINISHED_FORM: _unfinished,
}
