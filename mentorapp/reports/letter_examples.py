"""A made-up letter of every kind: what a text looks like in an office that has no pair yet, and
which fields a kind has.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import cache
from types import MappingProxyType
from uuid import UUID

from mentorapp.domain.contact_details import ContactDetails, Share
from mentorapp.domain.contact_points import ContactPoint, ContactRole
from mentorapp.domain.contributions import Contribution
from mentorapp.domain.follow_up import FollowUp
from mentorapp.domain.languages import Spoken
from mentorapp.domain.letters import (
    ABOUT_A_PAIR,
    ABOUT_A_PERSON,
    READERS,
    LetterKind,
    Reader,
)
from mentorapp.domain.office import Office
from mentorapp.domain.organisations import Organisation, OrganisationKind
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.proposals import Reason, ReasonKind
from mentorapp.domain.protection import Protection
from mentorapp.domain.schemes import FollowUpKind
from mentorapp.domain.standard_schemes import standard_schemes
from mentorapp.reports.letter_kinds import values
from mentorapp.reports.letter_model import Letter
from mentorapp.reports.letter_values import Half, PairingLetter
from mentorapp.reports.letters_to_organisations import OrganisationLetter
from mentorapp.reports.letters_to_people import PersonLetter
from mentorapp.words import Words

_DAY = timedelta(days=1)


def example_letter(
    kind: LetterKind,
    office: Office,
    language: str,
    text: str,
    written_on: date,
    *,
    to_newcomer: bool = False,
) -> Letter:
    """``to_newcomer`` matters for kinds that go to both."""
    common = {
        "kind": kind,
        "office": office,
        "language": language,
        "text": text,
        "written_on": written_on,
    }
    scheme = standard_schemes()[0]
    mentor = _half(office, "Kari", "Eksempel", "no:native", "en:B2")
    newcomer = _half(office, "Amina", "Eksempel", "so:native", "no:A2")
    to_newcomer = to_newcomer or READERS[kind] == (Reader.NEWCOMER,)
    if kind in ABOUT_A_PERSON:
        return PersonLetter(
            **common,  # type: ignore[arg-type]
            role=Reader.NEWCOMER if to_newcomer else Reader.MENTOR,
            half=newcomer if to_newcomer else mentor,
            registered_on=written_on - 20 * _DAY,
            schemes=(scheme,),
        )
    if kind not in ABOUT_A_PAIR:
        return OrganisationLetter(
            **common,  # type: ignore[arg-type]
            organisation=Organisation(number=20015, name="Eksempel AS", country=office.country),
            postal_place="",
            year=written_on.year - 1,
            contribution=Contribution(
                name="Eksempel AS",
                kind=OrganisationKind.BUSINESS,
                mentors=6,
                pairings=7,
                minutes=5400,
            ),
        )
    pairing = Pairing(
        number=30016,
        scheme_id=scheme.id,
        mentor_id=mentor.person.id,
        newcomer_id=newcomer.person.id,
        agreed_on=written_on,
        planned_end=written_on + 180 * _DAY,
        start_meeting_at=datetime.combine(written_on + 7 * _DAY, datetime.min.time()).replace(
            hour=17
        ),
        start_meeting_place="Storgata 1",
        interpreter_ordered_on=written_on,
        reasons=(
            Reason(ReasonKind.SHARED_INTERESTS, ("football",)),
            Reason(ReasonKind.COMMON_TIMES, ("tuesday-evening",)),
        ),
    )
    return PairingLetter(
        **common,  # type: ignore[arg-type]
        scheme=scheme,
        pairing=pairing,
        mentor=mentor,
        newcomer=newcomer,
        follow_ups=tuple(
            FollowUp(pairing_id=pairing.id, due=written_on + days * _DAY, kind=kind_of)
            for days, kind_of in ((14, FollowUpKind.FIRST_MEETING), (90, FollowUpKind.TALK))
        ),
        to_newcomer=to_newcomer,
        helping=(_teacher(newcomer.person.id, written_on),),
    )


@cache
def fields_of(kind: LetterKind) -> Mapping[str, bool]:
    """The fields that a text of this kind can ask for, each with whether it has several values.

    Kept: an editor asks at every pause of typing.
    """
    letter = example_letter(kind, Office(), "en", "", date(2026, 1, 1))
    told = values(letter, Words("en"))
    return MappingProxyType({name: isinstance(value, tuple) for name, value in told.items()})


def _teacher(newcomer: UUID, since: date) -> ContactPoint:
    return ContactPoint(
        person_id=newcomer,
        role=ContactRole.TEACHER,
        name="Ola Eksempel",
        service="Eksempel skole",
        phone="+4740000000",
        since=since,
    )


def _half(office: Office, given_name: str, family_name: str, *spoken: str) -> Half:
    person = Person(
        number=10015,
        given_name=given_name,
        family_name=family_name,
        languages=frozenset(map(Spoken.parse, spoken)),
        shares=frozenset({Share.PHONE}),
    )
    return Half(
        person=person,
        protection=Protection.NONE,
        details=ContactDetails(
            person_id=person.id,
            phone="+4740000000",
            address="Storgata 1",
            country=office.country,
        ),
        municipality="Eksempel",
    )
