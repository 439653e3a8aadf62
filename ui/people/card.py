"""What the card beside the lists tells of somebody: what one needs on the telephone.

Of a protected person it says that he is protected, and nothing of where he is or how he is
reached: the list stands open on the screen. The person's own form shows what is stored.
"""

from mentorapp.domain.pairings import RUNNING
from mentorapp.domain.people import Gender, LifeSituation, Transport
from mentorapp.domain.protection import Protection
from mentorapp.domain.schemes import Scheme, in_language
from mentorapp.operations.people import PersonFile
from mentorapp.reference.phones import readable
from mentorapp.words import Words
from mentorapp.words.labels import label
from ui.format import capital
from ui.people.wording import interest_names

Facts = list[tuple[str, str]]


def reach_facts(words: Words, file: PersonFile) -> Facts:
    """Phone, e-mail and address; nothing for the protected."""
    _ = words.text
    details = file.registration.details
    if file.protection is not Protection.NONE:
        return []
    place = f"{details.postal_code} {file.place}".strip()
    return [
        (_("Phone"), readable(details.phone, details.country)),
        (_("E-mail"), details.email),
        (_("Address"), "\n".join(line for line in (details.address, place) if line)),
    ]


def person_facts(words: Words, file: PersonFile) -> Facts:
    """Languages with levels, interests, year of birth, gender, life situation and transport."""
    _ = words.text
    person = file.registration.person
    spoken = sorted(person.languages, key=lambda one: (-one.level.rank, one.language))
    gender = "" if person.gender is Gender.NOT_GIVEN else capital(label(words, person.gender))
    situation = person.life_situation
    days = "" if situation is LifeSituation.NOT_GIVEN else capital(label(words, situation))
    ways = [label(words, way) for way in Transport if way in person.transport]
    return [
        (_("Name in own script"), person.native_name),
        (_("Languages"), capital(", ".join(_spoken(words, s.language, s.level) for s in spoken))),
        (_("Interests"), interest_names(words, person.interests)),
        (_("Year of birth"), str(person.birth_year or "")),
        (_("Gender"), gender),
        (_("Life situation"), days),
        (_("Transport"), capital(", ".join(ways))),
    ]


def household_fact(words: Words, file: PersonFile) -> str:
    """What the household is called, the children's ages, and what the family needs or wishes."""
    home, _ = file.household, words.text
    if home is None:
        return ""
    ages = ", ".join(label(words, band) for band in sorted(home.child_bands))
    return "\n".join(
        line
        for line in (
            home.label,
            _("Children: %(ages)s") % {"ages": ages} if ages else "",
            _("Needs childcare") if home.childcare_needed else "",
            _("Wishes to live near a school or nursery") if home.near_school else "",
        )
        if line
    )


def tie_names(words: Words, file: PersonFile) -> str:
    """A line for everybody the person must not be paired with, and why as far as it may be told."""
    return "\n".join(f"{tie.name} ({label(words, tie.kind)})" for tie in file.ties)


def pair_lines(words: Words, file: PersonFile) -> str:
    """A line for every running pair: what the scheme calls the person, with whom, since when."""
    me = file.registration.person.id
    lines = []
    for row in file.pairings:
        if row.status not in RUNNING:
            continue
        as_mentor = row.mentor_person_id == me
        titles = row.scheme.mentor_titles if as_mentor else row.scheme.newcomer_titles
        lines.append(
            words.text("%(scheme)s (%(role)s): with %(name)s since %(date)s")
            % {
                "scheme": row.scheme.name(words.language),
                "role": in_language(titles, words.language),
                "name": row.newcomer_name if as_mentor else row.mentor_name,
                "date": words.date(row.agreed_on),
            }
        )
    return "\n".join(lines)


def scheme_names(words: Words, schemes: list[Scheme], keys: frozenset[str]) -> str:
    """The names of the chosen schemes, in the order of Settings."""
    return ", ".join(scheme.name(words.language) for scheme in schemes if scheme.key in keys)


def _spoken(words: Words, code: str, level: object) -> str:
    from mentorapp.domain.languages import Level
    from mentorapp.reference.languages import languages

    known = languages().get(code)
    name = known.name(words.language) if known else code
    shown = "" if level is Level.NATIVE or not isinstance(level, Level) else level.value
    return f"{name} {shown}".strip()
