"""Why two people fit, or do not, as short phrases in the reader's language.

A phrase begins with a small letter, so that several can stand in a row; ``say_reasons`` gives the
row its capital.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from mentorapp.domain.availability import Slot
from mentorapp.domain.households import ChildBand
from mentorapp.domain.languages import Level, Spoken
from mentorapp.domain.people import LifeSituation
from mentorapp.domain.proposals import LOCATING, LeftOver, Obstacle, Reason, ReasonKind
from mentorapp.reference.languages import languages
from mentorapp.reference.word_lists import Named
from mentorapp.words import N_, Words
from mentorapp.words.labels import label

SEPARATOR = " · "


_NAMED_INTERESTS = 4
_NAMED_SLOTS = 3

_PLAIN = {
    ReasonKind.SAME_PLACE: N_("live in the same place"),
    ReasonKind.SIMILAR_AGE: N_("about the same age"),
    ReasonKind.NO_SHARED_INTEREST: N_("no shared interest"),
    ReasonKind.NO_COMMON_TIME: N_("no common free time"),
}

_LANGUAGE = {
    Level.A1: N_("only a little %(language)s in common (%(level)s)"),
    Level.A2: N_("%(language)s %(level)s for simple talk"),
    Level.B1: N_("%(language)s %(level)s is enough"),
    Level.B2: N_("%(language)s %(level)s is enough"),
    Level.C1: N_("both speak %(language)s fluently"),
    Level.C2: N_("both speak %(language)s fluently"),
    Level.NATIVE: N_("both have %(language)s as mother tongue"),
}

_OBSTACLES = {
    Obstacle.MENTOR_GENDER_WISH: N_("the mentor's wish about gender is not met"),
    Obstacle.NEWCOMER_GENDER_WISH: N_("the newcomer's wish about gender is not met"),
    Obstacle.MENTOR_AGE_WISH: N_("the mentor's wish about age is not met"),
    Obstacle.NEWCOMER_AGE_WISH: N_("the newcomer's wish about age is not met"),
    Obstacle.NO_COMMON_LANGUAGE: N_("they have no language in common"),
    Obstacle.TOO_FAR: N_("they live too far apart"),
    Obstacle.DISTANCE_UNKNOWN: N_("a postal code is missing, so the distance is not known"),
    Obstacle.NO_COMMON_TIME: N_("they have no free time in common"),
    Obstacle.NO_COMMON_INTEREST: N_("they have no interest in common"),
    Obstacle.NO_COMMON_OCCUPATION: N_("they have no field of work in common"),
    Obstacle.CERTIFICATE_MISSING: N_("the mentor needs a valid police certificate"),
    Obstacle.CONFIDENTIALITY_MISSING: N_("the mentor has not signed the confidentiality statement"),
    Obstacle.TRAINING_MISSING: N_("the mentor has not done the training"),
    Obstacle.EARLIER_PAIR: N_("they have been a pair before"),
    Obstacle.FORBIDDEN_PAIR: N_("the office has ruled this pair out"),
    Obstacle.SAME_PERSON: N_("mentor and newcomer are the same person"),
    Obstacle.SAME_HOUSEHOLD: N_("they live in the same household"),
    Obstacle.EMPLOYER: N_("the mentor comes from the newcomer's employer"),
    Obstacle.CASE_OFFICER: N_("the mentor is the newcomer's case officer"),
    Obstacle.LANDLORD: N_("one of them is the other's landlord"),
    Obstacle.RELATIVE: N_("they are relatives"),
    Obstacle.OTHER_TIE: N_("the office has noted a tie between them"),
    Obstacle.ORGANISATION_WISH: N_("the mentor's organisation asks for other newcomers"),
    Obstacle.BY_HAND_ONLY: N_("a strictly confidential address: paired by hand only"),
    Obstacle.MENTOR_FULL: N_("the mentor has no room for more"),
    Obstacle.OTHER_CRITERION: N_("they do not meet something the scheme demands"),
}

_STOPPED_BY = {
    Obstacle.MENTOR_GENDER_WISH: N_("gender wish"),
    Obstacle.NEWCOMER_GENDER_WISH: N_("gender wish"),
    Obstacle.MENTOR_AGE_WISH: N_("age wish"),
    Obstacle.NEWCOMER_AGE_WISH: N_("age wish"),
    Obstacle.NO_COMMON_LANGUAGE: N_("language"),
    Obstacle.TOO_FAR: N_("distance"),
    Obstacle.DISTANCE_UNKNOWN: N_("a missing postal code"),
    Obstacle.NO_COMMON_TIME: N_("lack of common time"),
    Obstacle.NO_COMMON_INTEREST: N_("lack of common interests"),
    Obstacle.NO_COMMON_OCCUPATION: N_("field of work"),
    Obstacle.CERTIFICATE_MISSING: N_("a missing police certificate"),
    Obstacle.CONFIDENTIALITY_MISSING: N_("a missing confidentiality statement"),
    Obstacle.TRAINING_MISSING: N_("missing training"),
    Obstacle.EARLIER_PAIR: N_("an earlier pairing"),
    Obstacle.FORBIDDEN_PAIR: N_("a pair ruled out"),
    Obstacle.SAME_PERSON: N_("being the same person"),
    Obstacle.SAME_HOUSEHOLD: N_("the same household"),
    Obstacle.EMPLOYER: N_("the employer"),
    Obstacle.CASE_OFFICER: N_("being the case officer"),
    Obstacle.LANDLORD: N_("a tie between the two"),
    Obstacle.RELATIVE: N_("a tie between the two"),
    Obstacle.OTHER_TIE: N_("a tie between the two"),
    Obstacle.ORGANISATION_WISH: N_("what the organisation asks for"),
    Obstacle.BY_HAND_ONLY: N_("pairing by hand only"),
    Obstacle.MENTOR_FULL: N_("full capacity"),
    Obstacle.OTHER_CRITERION: N_("another demand of the scheme"),
}


#: Where the cause stands alone, as on a chip with its count.
_ALONE = {
    Obstacle.DISTANCE_UNKNOWN: N_("postal code missing"),
    Obstacle.NO_COMMON_TIME: N_("no common time"),
    Obstacle.NO_COMMON_INTEREST: N_("no common interests"),
    Obstacle.CERTIFICATE_MISSING: N_("certificate missing"),
    Obstacle.CONFIDENTIALITY_MISSING: N_("confidentiality missing"),
    Obstacle.TRAINING_MISSING: N_("training missing"),
    Obstacle.EARLIER_PAIR: N_("paired before"),
    Obstacle.FORBIDDEN_PAIR: N_("ruled out"),
    Obstacle.SAME_PERSON: N_("same person"),
    Obstacle.SAME_HOUSEHOLD: N_("same household"),
    Obstacle.EMPLOYER: N_("employer"),
    Obstacle.CASE_OFFICER: N_("case officer"),
    Obstacle.OTHER_TIE: N_("tie between them"),
    Obstacle.ORGANISATION_WISH: N_("organisation’s wish"),
    Obstacle.BY_HAND_ONLY: N_("by hand only"),
    Obstacle.MENTOR_FULL: N_("no room"),
    Obstacle.OTHER_CRITERION: N_("another demand"),
}


def say_reason(words: Words, reason: Reason) -> str:
    """The reason as a phrase: "both like fishing", "4 km"."""
    plain = _PLAIN.get(reason.kind)
    return words.text(plain) if plain else _SAYERS[reason.kind](words, reason)


def say_reasons(words: Words, reasons: Iterable[Reason], *, protected: bool = False) -> str:
    """All reasons in a row: "Both like fishing · 4 km · free Tuesday evening".

    With ``protected`` (either half has a protected address now) what tells of places is left out.
    """
    row = SEPARATOR.join(
        say_reason(words, reason)
        for reason in reasons
        if not (protected and reason.kind in LOCATING)
    )
    return row[:1].upper() + row[1:]


def say_obstacle(words: Words, obstacle: Obstacle) -> str:
    """What keeps two people apart, as a clause: "they live too far apart"."""
    return words.text(_OBSTACLES[obstacle])


def say_cause(words: Words, obstacle: Obstacle) -> str:
    """What stops somebody, as one word of a count: "language"."""
    return words.text(_STOPPED_BY[obstacle])


def say_cause_alone(words: Words, obstacle: Obstacle | None) -> str:
    """What stops somebody most, in a word or two; None where others fitted better."""
    if obstacle is None:
        return words.text("others fit better")
    return words.text(_ALONE.get(obstacle, _STOPPED_BY[obstacle]))


def say_left_over(
    words: Words, left_over: LeftOver, candidates: Literal["mentors", "newcomers"] = "mentors"
) -> str:
    """Why somebody got no pair; ``candidates`` is what was counted, newcomers for a mentor."""
    _ = words.text
    if Obstacle.BY_HAND_ONLY in left_over.stopped:
        return _("No pair: a strictly confidential address, so paired by hand only")
    stopped, free = _stopped(words, left_over, candidates), _free(words, left_over)
    said = "; ".join(part for part in (stopped, free) if part)
    if said:
        return _("No pair: %(why)s") % {"why": said}
    if candidates == "mentors":
        return _("No pair: there is no mentor in this run")
    return _("No pair: there is no newcomer in this run")


def _stopped(words: Words, left_over: LeftOver, candidates: str) -> str:
    """Like "5 mentors stopped by distance, 3 by gender wish": most first, like causes together."""
    counts: dict[str, int] = {}
    for obstacle, count in left_over.stopped.items():
        if count:
            cause = _STOPPED_BY[obstacle]
            counts[cause] = counts.get(cause, 0) + count
    parts: list[str] = []
    for cause, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if parts:
            pattern = words.text("%(count)s by %(cause)s")
            who = str(count)
        else:
            pattern = words.text("%(count)s stopped by %(cause)s")
            who = _people(words, count, candidates)
        parts.append(pattern % {"count": who, "cause": words.text(cause)})
    return ", ".join(parts)


def _people(words: Words, count: int, candidates: str) -> str:
    if candidates == "mentors":
        return words.plural("%(n)d mentor", "%(n)d mentors", count)
    return words.plural("%(n)d newcomer", "%(n)d newcomers", count)


def _free(words: Words, left_over: LeftOver) -> str:
    if not left_over.free:
        return ""
    return words.plural(
        "%(n)d was free but fitted others better",
        "%(n)d were free but fitted others better",
        left_over.free,
    )


def _shared_interests(words: Words, reason: Reason) -> str:
    names = [name_of(words, words.lists.interests, key) for key in reason.values[:_NAMED_INTERESTS]]
    more = len(reason.values) - len(names)
    if more:
        names.append(words.plural("%(n)d more thing", "%(n)d more things", more))
    return words.text("both like %(what)s") % {"what": words.join(names)}


def _common_language(words: Words, reason: Reason) -> str:
    spoken = Spoken.parse(reason.values[0])
    return words.text(_LANGUAGE[spoken.level]) % {
        "language": name_of(words, languages(), spoken.language),
        "level": label(words, spoken.level),
    }


def _common_times(words: Words, reason: Reason) -> str:
    slots = [Slot.parse(value) for value in reason.values]
    names = [
        words.text("%(weekday)s %(part)s")
        % {"weekday": label(words, slot.weekday), "part": label(words, slot.part)}
        for slot in slots[:_NAMED_SLOTS]
    ]
    more = len(slots) - len(names)
    if more:
        names.append(words.plural("%(n)d more time", "%(n)d more times", more))
    return words.text("free %(when)s") % {"when": words.join(names)}


def _distance(words: Words, reason: Reason) -> str:
    return words.text("%(km)d km") % {"km": reason.amount}


def _far_apart(words: Words, reason: Reason) -> str:
    return words.text("far apart: %(km)d km") % {"km": reason.amount}


def _same_district(words: Words, reason: Reason) -> str:
    return words.text("live in the same district: %(district)s") % {"district": reason.values[0]}


def _same_life_situation(words: Words, reason: Reason) -> str:
    situation = label(words, LifeSituation(reason.values[0]))
    return words.text("in the same life situation: %(situation)s") % {"situation": situation}


def _same_occupation(words: Words, reason: Reason) -> str:
    name = name_of(words, words.lists.occupations, reason.values[0])
    return words.text("same field of work: %(what)s") % {"what": name}


def _both_with_children(words: Words, reason: Reason) -> str:
    if not reason.values:
        return words.text("both have children of about the same age")
    ages = [label(words, ChildBand(value)) for value in reason.values]
    return words.text("both have children of the same age: %(ages)s") % {"ages": words.join(ages)}


def _waited(words: Words, reason: Reason) -> str:
    if reason.amount < 60:
        return words.plural("has waited %(n)d day", "has waited %(n)d days", reason.amount)
    months = round(reason.amount / 30.44)
    return words.plural("has waited %(n)d month", "has waited %(n)d months", months)


def name_of(words: Words, table: Mapping[str, Named], key: str) -> str:
    """The key itself for one that has left the reference list since it was stored."""
    entry = table.get(key)
    return entry.name(words.language) if entry else key


_SAYERS: Mapping[ReasonKind, Callable[[Words, Reason], str]] = {
    ReasonKind.SHARED_INTERESTS: _shared_interests,
    ReasonKind.COMMON_LANGUAGE: _common_language,
    ReasonKind.DISTANCE: _distance,
    ReasonKind.SAME_DISTRICT: _same_district,
    ReasonKind.COMMON_TIMES: _common_times,
    ReasonKind.SAME_OCCUPATION: _same_occupation,
    ReasonKind.SAME_LIFE_SITUATION: _same_life_situation,
    ReasonKind.BOTH_WITH_CHILDREN: _both_with_children,
    ReasonKind.WAITED: _waited,
    ReasonKind.FAR_APART: _far_apart,
}
