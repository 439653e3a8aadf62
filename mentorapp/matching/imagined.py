"""A kind of mentor made a mentor, so that the very rules and criteria of a run judge him."""

from datetime import date

from mentorapp.domain.households import ChildBand, Household
from mentorapp.domain.languages import Level, Spoken
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.people import Gender, Person
from mentorapp.domain.shortages import RECRUIT, MentorKind
from mentorapp.matching import bits
from mentorapp.matching.candidates import MentorCandidate
from mentorapp.matching.facts import MentorFacts, mentor_facts
from mentorapp.reference.places import place

#: Nothing about him depends on the day.
_ANY_DAY = date.min


def imagined(kind: MentorKind, local: str, organisation: Organisation | None = None) -> MentorFacts:
    """A mentor of the kind, from an organisation or from none, with room for one.

    ``local`` is the code of the country's own language.
    Cleared in everything but a certificate that nobody asked for, without wishes of his own and on
    foot: whoever comes can hardly be less.
    """
    spoken = (Spoken(code, Level.NATIVE) for code in (local, *kind.languages) if code)
    person = Person(
        id=RECRUIT,
        given_name="",
        gender=kind.gender or Gender.NOT_GIVEN,
        languages=frozenset(spoken),
        interests=frozenset(kind.interests),
        occupation_group=kind.occupation_group,
        availability=frozenset(kind.slots),
    )
    role = Mentor(
        id=RECRUIT,
        person_id=RECRUIT,
        organisation_id=organisation.id if organisation else None,
        certificate_seen_on=_ANY_DAY if kind.certificate else None,
        confidentiality_signed_on=_ANY_DAY,
        training_done_on=_ANY_DAY,
        registered_on=_ANY_DAY,
    )
    children = frozenset({kind.child_band}) if kind.child_band else frozenset[ChildBand]()
    candidate = MentorCandidate(
        role=role,
        person=person,
        place=place(kind.country, kind.postal_code) if kind.postal_code else None,
        household=Household(label="", child_bands=children),
        organisation=organisation,
    )
    facts = mentor_facts(candidate, _ANY_DAY)
    return facts._replace(age_band=bits.AGE_BANDS[kind.age_band] if kind.age_band else 0)
