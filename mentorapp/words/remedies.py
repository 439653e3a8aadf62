"""What would get somebody a mentor, as something that a coordinator can do."""

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from mentorapp.domain.availability import Slot
from mentorapp.domain.explanations import ASKING, Remedy, RemedyKind
from mentorapp.domain.people import AgeBand, Gender
from mentorapp.domain.schemes import Criterion
from mentorapp.domain.shared_remedies import SharedRemedy
from mentorapp.reference.languages import languages
from mentorapp.words import N_, Words
from mentorapp.words.labels import label
from mentorapp.words.reasons import SEPARATOR

_OF_A_MENTOR = {
    RemedyKind.ASK_POSTAL_CODE: N_("Register the postal code of %(mentor)s"),
    RemedyKind.ASK_TIMES: N_("Ask %(mentor)s when to meet (no times are registered)"),
    RemedyKind.ASK_GENDER: N_("Register the gender of %(mentor)s"),
    RemedyKind.ASK_BIRTH_YEAR: N_("Register the year of birth of %(mentor)s"),
    RemedyKind.ASK_LANGUAGES: N_("Register the languages of %(mentor)s"),
    RemedyKind.CONFIDENTIALITY: N_("The confidentiality statement signed by %(mentor)s"),
    RemedyKind.CERTIFICATE: N_("A valid police certificate from %(mentor)s"),
    RemedyKind.TRAINING: N_("The training done by %(mentor)s"),
    RemedyKind.CAPACITY: N_("%(mentor)s takes one more"),
    RemedyKind.MENTOR_AGE: N_("Ask %(mentor)s to give up the wish about age"),
    RemedyKind.MENTOR_GENDER: N_("Ask %(mentor)s to give up the wish about gender"),
    RemedyKind.ORGANISATION: N_("Ask the organisation of %(mentor)s for an exception"),
}

_OF_THE_NEWCOMER = {
    RemedyKind.ASK_POSTAL_CODE: N_("Register the newcomer's postal code"),
    RemedyKind.ASK_TIMES: N_("Ask the newcomer when to meet (no times are registered)"),
    RemedyKind.ASK_GENDER: N_("Register the newcomer's gender"),
    RemedyKind.ASK_BIRTH_YEAR: N_("Register the newcomer's year of birth"),
    RemedyKind.ASK_LANGUAGES: N_("Register the newcomer's languages"),
}

#: The same change for several newcomers, with whichever mentors it concerns.
_SHARED = {
    RemedyKind.ASK_POSTAL_CODE: N_("Register the postal codes that are missing"),
    RemedyKind.ASK_TIMES: N_("Ask when they can meet, where no times are registered"),
    RemedyKind.ASK_GENDER: N_("Register the gender where it is missing"),
    RemedyKind.ASK_BIRTH_YEAR: N_("Register the years of birth that are missing"),
    RemedyKind.ASK_LANGUAGES: N_("Register the languages that are missing"),
    RemedyKind.CONFIDENTIALITY: N_("The confidentiality statements signed by the mentors"),
    RemedyKind.CERTIFICATE: N_("Valid police certificates from the mentors"),
    RemedyKind.TRAINING: N_("The training done by the mentors"),
    RemedyKind.CAPACITY: N_("The mentors who fit best take one more each"),
    RemedyKind.NEWCOMER_TIME: N_("One more free time each"),
    RemedyKind.NEWCOMER_DISTANCE: N_("Accept up to %(km)d km"),
    RemedyKind.MENTOR_DISTANCE: N_("Ask the mentors to accept up to %(km)d km"),
    RemedyKind.BOTH_DISTANCE: N_("Accept up to %(km)d km, and ask the mentors to do the same"),
    RemedyKind.NEWCOMER_AGE: N_("Give up the wish about age"),
    RemedyKind.NEWCOMER_GENDER: N_("Give up the wish about gender"),
    RemedyKind.MENTOR_AGE: N_("Ask the mentors to give up the wish about age"),
    RemedyKind.MENTOR_GENDER: N_("Ask the mentors to give up the wish about gender"),
    RemedyKind.ORGANISATION: N_("Ask the organisations for an exception"),
}

_GENDER_WISHES = {
    Gender.WOMAN: N_("Give up the wish for a woman"),
    Gender.MAN: N_("Give up the wish for a man"),
    Gender.OTHER: N_("Give up the wish about gender"),
    Gender.NOT_GIVEN: N_("Give up the wish about gender"),
}

#: Remedies whose sentence names the mentor already, so that nothing is said of whom they open.
_NAMING = (_OF_A_MENTOR.keys() - ASKING) | {
    RemedyKind.MENTOR_DISTANCE,
    RemedyKind.BOTH_DISTANCE,
}


def say_remedy(
    words: Words, remedy: Remedy, names: Mapping[UUID, str], *, brief: bool = False
) -> str:
    """The remedy and what it opens: "Accept up to 40 km: then Kari Nordmann is possible".

    It is told where it may not pair anybody more; ``brief`` leaves that and what it opens out.
    """
    mentor = named(words, names, remedy.mentor_id)
    said = _what(words, remedy, mentor)
    said = said[:1].upper() + said[1:]
    if brief or remedy.kind is RemedyKind.RECRUIT:
        return said
    if opened := _opened(words, remedy, mentor):
        said = words.text("%(remedy)s: %(opened)s") % {"remedy": said, "opened": opened}
    if remedy.helps or remedy.kind in ASKING:
        return said
    return words.text("%(remedy)s (may not pair anybody more)") % {"remedy": said}


def say_shared(words: Words, remedy: SharedRemedy) -> str:
    """One change for several newcomers: "Accept up to 40 km"."""
    return words.text(_SHARED[remedy.kind]) % {"km": remedy.amount}


def named(words: Words, names: Mapping[UUID, str], role_id: UUID | None) -> str:
    """The name, or "somebody" for a person who is gone or may not be named."""
    name = names.get(role_id, "") if role_id is not None else ""
    return name or words.text("somebody")


def _what(words: Words, remedy: Remedy, mentor: str) -> str:
    if remedy.kind in _SAYERS:
        return _SAYERS[remedy.kind](words, remedy, mentor)
    if remedy.kind in ASKING and remedy.mentor_id is None:
        return words.text(_OF_THE_NEWCOMER[remedy.kind])
    return words.text(_OF_A_MENTOR[remedy.kind]) % {"mentor": mentor}


def _opened(words: Words, remedy: Remedy, mentor: str) -> str:
    """Who becomes possible, where the remedy itself does not name him."""
    if remedy.kind in _NAMING or (remedy.kind in ASKING and remedy.mentor_id is not None):
        return ""
    if remedy.kind in ASKING:
        return words.plural(
            "%(n)d mentor might fit",
            "%(n)d mentors might fit",
            remedy.opens,
        )
    if remedy.opens > 1 or remedy.mentor_id is None:
        return words.plural(
            "%(n)d mentor becomes possible", "%(n)d mentors become possible", remedy.opens
        )
    if not remedy.beyond:
        return words.text("then %(mentor)s is possible") % {"mentor": mentor}
    return words.text("then %(mentor)s (%(further)s) is possible") % {
        "mentor": mentor,
        "further": _further(words, remedy),
    }


def _further(words: Words, remedy: Remedy) -> str:
    return words.plural(
        "%(n)d km further than wished", "%(n)d km further than wished", remedy.beyond
    )


def _newcomer_distance(words: Words, remedy: Remedy, _mentor: str) -> str:
    return words.text("Accept up to %(km)d km") % {"km": remedy.amount}


def _mentor_distance(words: Words, remedy: Remedy, mentor: str) -> str:
    return words.text("Ask %(mentor)s to accept up to %(km)d km") % {
        "mentor": mentor,
        "km": remedy.amount,
    }


def _both_distance(words: Words, remedy: Remedy, mentor: str) -> str:
    return words.text("Accept up to %(km)d km, and ask %(mentor)s to do the same") % {
        "mentor": mentor,
        "km": remedy.amount,
    }


def _newcomer_time(words: Words, remedy: Remedy, _mentor: str) -> str:
    return words.text("One more free time, %(when)s") % {"when": _any_time(words, remedy.values)}


def _newcomer_gender(words: Words, remedy: Remedy, _mentor: str) -> str:
    wished = Gender(remedy.values[0]) if remedy.values else Gender.NOT_GIVEN
    return words.text(_GENDER_WISHES[wished])


def _newcomer_age(words: Words, remedy: Remedy, _mentor: str) -> str:
    bands = [label(words, AgeBand(value)) for value in remedy.values]
    if not bands:
        return words.text("Give up the wish about age")
    return words.text("Give up the wish about age (%(ages)s)") % {"ages": words.join(bands)}


def _scheme_must(words: Words, remedy: Remedy, _mentor: str) -> str:
    criterion = label(words, Criterion(remedy.values[0]))
    return words.text("Let “%(criterion)s” weigh heavily, but be no must") % {
        "criterion": criterion
    }


def _recruit(words: Words, remedy: Remedy, _mentor: str) -> str:
    """Like "A new mentor: woman · speaks Dari – nobody who is registered fits"."""
    wanted: dict[str, list[str]] = {}
    for value in remedy.values:
        idea, _, code = value.partition(":")
        wanted.setdefault(idea, []).append(code)
    parts = [_WANTED[idea](words, wanted[idea]) for idea in _WANTED if idea in wanted]
    if not parts:
        return words.text("A new mentor: nobody who is registered fits")
    return words.text("A new mentor: %(kind)s – nobody who is registered fits") % {
        "kind": SEPARATOR.join(parts)
    }


def _any_time(words: Words, values: Sequence[str]) -> str:
    slots = [Slot.parse(value) for value in values]
    return _either(
        words,
        [
            words.text("%(weekday)s %(part)s")
            % {"weekday": label(words, slot.weekday), "part": label(words, slot.part)}
            for slot in slots
        ],
    )


def _either(words: Words, parts: Sequence[str]) -> str:
    """A, B or C."""
    if len(parts) < 2:
        return "".join(parts)
    return words.text("%(first)s or %(last)s") % {
        "first": ", ".join(parts[:-1]),
        "last": parts[-1],
    }


def _speaks(words: Words, codes: Sequence[str]) -> str:
    table = languages()
    names = [table[code].name(words.language) if code in table else code for code in codes]
    return words.text("speaks %(language)s") % {"language": _either(words, names)}


def _works_with(words: Words, codes: Sequence[str]) -> str:
    table = words.lists.occupations
    names = [table[code].name(words.language) if code in table else code for code in codes]
    return words.text("field of work: %(what)s") % {"what": _either(words, names)}


def _of_age(words: Words, codes: Sequence[str]) -> str:
    bands = [label(words, AgeBand(code)) for code in codes if code]
    return words.text("age %(ages)s") % {"ages": _either(words, bands)}


#: What a recruit must be, in the order in which it is told.
_WANTED: Mapping[str, Callable[[Words, Sequence[str]], str]] = {
    "gender": lambda words, codes: _either(words, [label(words, Gender(code)) for code in codes]),
    "age": _of_age,
    "language": _speaks,
    "place": lambda words, _codes: words.text("lives nearby"),
    "time": lambda words, codes: words.text("free %(when)s") % {"when": _any_time(words, codes)},
    "interest": lambda words, _codes: words.text("shares an interest"),
    "occupation": _works_with,
    "certificate": lambda words, _codes: words.text("has a valid police certificate"),
}

_SAYERS: Mapping[RemedyKind, Callable[[Words, Remedy, str], str]] = {
    RemedyKind.NEWCOMER_TIME: _newcomer_time,
    RemedyKind.NEWCOMER_DISTANCE: _newcomer_distance,
    RemedyKind.MENTOR_DISTANCE: _mentor_distance,
    RemedyKind.BOTH_DISTANCE: _both_distance,
    RemedyKind.NEWCOMER_GENDER: _newcomer_gender,
    RemedyKind.NEWCOMER_AGE: _newcomer_age,
    RemedyKind.SCHEME_MUST: _scheme_must,
    RemedyKind.RECRUIT: _recruit,
}
