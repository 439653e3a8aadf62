from collections.abc import Callable
from dataclasses import replace

import pytest

from mentorapp.domain.contact_details import Share
from mentorapp.domain.imports import NoteReason, Reason
from mentorapp.domain.meetings import MeetingForm
from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import Education, NewcomerStatus, ResidenceBasis
from mentorapp.domain.organisations import OrganisationKind
from mentorapp.domain.pairings import EndReason, Initiator
from mentorapp.domain.people import AgeBand, Gender, Transport
from mentorapp.domain.protection import Protection
from mentorapp.exchange import choices
from mentorapp.exchange.cells import Context, Partly, Unreadable
from mentorapp.exchange.tables import Cell

NOT_ONE_OF = Unreadable(Reason.NOT_ONE_OF)


@pytest.mark.parametrize(
    ("parse", "cell", "expected"),
    [
        (choices.yes_or_no, "Ja", True),
        (choices.yes_or_no, "x", True),
        (choices.yes_or_no, "Nej", False),
        (choices.yes_or_no, "Ja, gjerne", True),
        (choices.yes_or_no, True, True),
        (choices.yes_or_no, "kanskje", Unreadable(Reason.NOT_YES_OR_NO)),
        (choices.gender, "Kvinne", Gender.WOMAN),
        (choices.gender, "K", Gender.WOMAN),
        (choices.gender, "mand", Gender.MAN),
        (choices.gender, "female", Gender.WOMAN),
        (choices.gender, "ønsker ikke å oppgi", Gender.NOT_GIVEN),
        (choices.wish_gender, "begge", Gender.NOT_GIVEN),
        (choices.wish_gender, "spiller ingen rolle", Gender.NOT_GIVEN),
        (choices.wish_gender, "helst kvinne", Gender.WOMAN),
        (choices.wish_gender, "samme kjønn", choices.SAME_GENDER),
        (choices.mentor_status, "Godkjent", MentorStatus.APPROVED),
        (choices.mentor_status, "på pause", MentorStatus.PAUSED),
        (choices.newcomer_status, "Venteliste", NewcomerStatus.WAITING),
        (choices.newcomer_status, "Har fått mentor", NewcomerStatus.PAIRED),
        (choices.organisation_kind, "AS", OrganisationKind.BUSINESS),
        (choices.organisation_kind, "Frivillig organisasjon", OrganisationKind.VOLUNTEER),
        (choices.organisation_kind, "Frivillig forening", OrganisationKind.VOLUNTEER),
        (choices.organisation_kind, "Idrettslag", OrganisationKind.ASSOCIATION),
        (choices.organisation_kind, "Lag/forening", OrganisationKind.ASSOCIATION),
        (choices.organisation_kind, "idrætsforening", OrganisationKind.ASSOCIATION),
        (choices.organisation_kind, "Kommune", OrganisationKind.PUBLIC),
        (choices.meeting_form, "Fysisk møte", MeetingForm.IN_PERSON),
        (choices.meeting_form, "på telefon", MeetingForm.TELEPHONE),
        (choices.meeting_form, "Teams", MeetingForm.VIDEO),
        (choices.meeting_form, "ikke møtt", MeetingForm.ATTEMPTED),
        (choices.end_reason, "flyttet til Oslo", EndReason.MOVED),
        (choices.end_reason, "mangel på tid", EndReason.NO_TIME),
        (choices.initiator, "den frivillige", Initiator.MENTOR),
        (choices.initiator, "Begge parter", Initiator.BOTH),
        (choices.education, "Videregående skole", Education.SECONDARY),
        (choices.education, "Bachelor i økonomi", Education.HIGHER),
        (choices.education, "husflid", NOT_ONE_OF),
        (choices.residence_basis, "Flyktning", ResidenceBasis.REFUGEE),
        (choices.residence_basis, "familiegjenforening", ResidenceBasis.FAMILY),
        (choices.residence_basis, "kærlighed", ResidenceBasis.FAMILY),
        (choices.residence_basis, "arbeidsinnvandrer", ResidenceBasis.WORK),
        (choices.residence_basis, "paragraf 28",
         Partly(None, (), NoteReason.BASIS_LEFT_OUT)),
        (choices.transport, "førerkort, men ikke bil", {Transport.LICENCE}),
        (choices.transport, "bil", {Transport.CAR, Transport.LICENCE}),
        (choices.transport, "buss og tog", {Transport.PUBLIC_TRANSPORT}),
        (choices.transport, "nei", set()),
        (choices.transport, "buss, villig til å reise",
         {Transport.PUBLIC_TRANSPORT, Transport.TRAVELS}),
        (choices.transport, "bil, men ikke villig til å reise",
         {Transport.CAR, Transport.LICENCE}),
        (choices.shares, "telefon og e-post", {Share.PHONE, Share.EMAIL}),
        (choices.wish_age_bands, "30-45", {AgeBand.FROM_26, AgeBand.FROM_36}),
        (choices.wish_age_bands, "under 18", {AgeBand.UNDER_18}),
    ],
)  # fmt: skip
def test_words_are_understood(
    parse: Callable[[Cell, Context], object], cell: Cell, expected: object, context: Context
) -> None:
    assert parse(cell, context) == expected


@pytest.mark.parametrize(
    ("cell", "level"),
    [
        ("nei", Protection.NONE),
        ("fortrolig", Protection.CONFIDENTIAL),
        ("Kode 7", Protection.CONFIDENTIAL),
        (7, Protection.CONFIDENTIAL),
        ("navne- og adressebeskyttelse", Protection.CONFIDENTIAL),
        ("STRENGT FORTROLIG", Protection.STRICT),
        ("kode 6", Protection.STRICT),
        ("Sperret adresse, kode 6", Protection.STRICT),
        ("6.0", Protection.STRICT),
    ],
)
def test_address_protection(cell: Cell, level: Protection, context: Context) -> None:
    assert choices.protection(cell, context) is level


@pytest.mark.parametrize("cell", ["ja", "hemmelig", "?", "sperret"])
def test_a_protection_not_understood_is_never_taken_for_none(cell: str, context: Context) -> None:
    assert choices.protection(cell, context) == NOT_ONE_OF


def test_yes_is_enough_where_there_is_one_level_only(context: Context) -> None:
    danish = replace(context, heading="navne- og adressebeskyttelse")
    assert choices.protection("ja", danish) is Protection.CONFIDENTIAL


def test_the_heading_tells_what_a_yes_is_about(context: Context) -> None:
    licence = replace(context, heading="forerkort")
    assert choices.transport("ja", licence) == frozenset({Transport.LICENCE})
    same = replace(context, heading="onsker mentor av samme kjonn")
    assert choices.wish_gender("Ja", same) == choices.SAME_GENDER
    assert choices.wish_gender("Nei", same) is Gender.NOT_GIVEN
