"""The example office and its made-up neighbours: lists lent both ways, quarters side by side.

The neighbours' private keys stand here for everybody to read: they sign nothing but this example.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from mentorapp.domain.comparisons import ComparedQuarter, InWork, compared_cells
from mentorapp.domain.consents import Consent, ConsentPurpose, LegalBasis
from mentorapp.domain.exchange_errors import ExchangeKind
from mentorapp.domain.in_work import OfficeDefinition
from mentorapp.domain.languages import Spoken
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import TO_BE_PAIRED, Newcomer
from mentorapp.domain.organisations import OrganisationKind
from mentorapp.domain.people import AgeBand, Gender
from mentorapp.domain.protection import Protection
from mentorapp.domain.quarters import Quarter
from mentorapp.domain.shared_lines import AnswerFile, Area, Line, ListFile, Offer
from mentorapp.domain.statistics import PeriodFigures, Share
from mentorapp.domain.waiting_lists import Neighbour, SharedList
from mentorapp.exchange import comparisons as comparison_files
from mentorapp.exchange import signatures, signed_files
from mentorapp.exchange import waiting_lists as list_files
from mentorapp.operations import (
    comparisons,
    list_matching,
    list_offers,
    list_rows,
    neighbours,
    people,
    received_lists,
    waiting_lists,
)
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction

_OFFICE, _SUNDNES = "Frivilligsentralen i Sundnes", "Sundnes kommune"
_SUNDNES_KEY = "53756e64" + "0" * 56
_NORDVIK_KEY = "4e6f7264" + "0" * 56
#: Every third who waits was not asked yet.
_ASKED = 3
_OFFERED = 2

_AREA = Area("NO", "1840", "Saltdal")
#: Age, languages, interests, gender wished, schemes.
_LINES = (
    (AgeBand.FROM_26, "no:A2 ti:native en:B1", "football hiking", Gender.NOT_GIVEN, "buddy"),
    (AgeBand.FROM_36, "no:B1 ar:native", "cooking sewing", Gender.WOMAN, "buddy"),
    (AgeBand.FROM_18, "no:B1 uk:native en:B2", "music fishing", Gender.NOT_GIVEN, ""),
    (AgeBand.FROM_36, "no:B2 uk:native", "gardening knitting", Gender.WOMAN, "work_mentor"),
    (AgeBand.FROM_51, "no:A2 so:native", "reading cooking", Gender.NOT_GIVEN, "buddy"),
    (AgeBand.FROM_26, "prs:native en:B1", "cycling football", Gender.MAN, ""),
)
_OFFERS = (
    (
        AgeBand.FROM_51,
        Gender.WOMAN,
        "no:native en:B2",
        "cooking hiking",
        OrganisationKind.VOLUNTEER,
    ),
    (AgeBand.FROM_36, Gender.MAN, "no:native en:C1", "football fishing", OrganisationKind.BUSINESS),
)


def files(tx: Transaction, today: date) -> Mapping[str, bytes]:
    """Fill in the cooperation; the files of the neighbours, and the office's own, by name.

    One list of theirs is kept with offers, a second one and the answer to the own list lie there to
    be read.
    """
    _agree(tx, today)
    neighbours.own_key(tx, today - timedelta(40))
    public_key = signatures.public_key_of(_SUNDNES_KEY)
    sundnes = neighbours.trust(
        tx,
        Neighbour(
            name=_OFFICE,
            municipality=_SUNDNES,
            public_key=public_key,
            trusted_on=today - timedelta(40),
        ),
    )
    first = _their_list("a1" * 8, today - timedelta(20), 200_000, _LINES[:4])
    kept = received_lists.read_list(tx, first, today - timedelta(18))
    found = list_matching.match(tx, kept.id, today).suggestions
    told = [one for one in found if one.may_be_told][:_OFFERED]
    list_offers.offer_suggested(tx, told, today)
    sent = waiting_lists.send(tx, today - timedelta(10), to=sundnes)
    quarter = Quarter.of(today).previous()
    return {
        "venteliste-sundnes-1.json": first,
        "venteliste-sundnes-2.json": _their_list(
            "b2" * 8, today - timedelta(2), 600_000, _LINES[2:]
        ),
        "venteliste-til-sundnes.json": sent.data,
        "svar-fra-sundnes.json": _their_answer(tx, sent.shared, today - timedelta(3)),
        "tall-sundnes.json": _their_quarter(_OFFICE, _SUNDNES, quarter, _SUNDNES_KEY, 3),
        "tall-nordvik.json": _their_quarter(
            "Flyktningtjenesten i Nordvik", "Nordvik kommune", quarter, _NORDVIK_KEY, 7
        ),
        "tall-fjordvik.json": comparisons.write(tx, quarter, today).data,
    }


def _agree(tx: Transaction, today: date) -> None:
    """Most of those who wait and of the mentors said yes when they were asked."""
    roles: list[Newcomer | Mentor] = [
        *records.find(tx, Newcomer, status=sorted(TO_BE_PAIRED)),
        *records.find(tx, Mentor, status=MentorStatus.APPROVED),
    ]
    for at, role in enumerate(sorted(roles, key=lambda one: one.id)):
        level = shields.protection_of(tx, role.person_id)
        if at % _ASKED == 0 or level is not Protection.NONE:
            continue
        consent = Consent(
            person_id=role.person_id,
            purpose=ConsentPurpose.OTHER_OFFICES,
            basis=LegalBasis.CONSENT,
            given_on=today - timedelta(30 + at % 20),
        )
        registration = people.registration(tx, role.person_id)
        people.save(tx, replace(registration, consents=(*registration.consents, consent)), today)


def _their_list(
    code: str,
    made_on: date,
    first: int,
    lines: tuple[tuple[AgeBand, str, str, Gender, str], ...],
) -> bytes:
    told = ListFile(
        code=code,
        office=_OFFICE,
        municipality=_SUNDNES,
        made_on=made_on,
        lines=tuple(
            Line(
                code=f"{first + 48_613 * at + 311}",
                age_band=age,
                languages=_spoken(languages),
                interests=frozenset(interests.split()),
                area=_AREA,
                wish_gender=wish,
                schemes=(scheme,) if scheme else (),
            )
            for at, (age, languages, interests, wish, scheme) in enumerate(lines)
        ),
    )
    return signed_files.write(
        ExchangeKind.WAITING_LIST, list_files.list_content(told), _SUNDNES_KEY
    )


def _their_answer(tx: Transaction, shared: SharedList, made_on: date) -> bytes:
    """Two mentors for the first two lines of the office's own list."""
    key = neighbours.own_key(tx, made_on)
    lines = list_rows.entries(tx, shared.id, made_on)
    told = AnswerFile(
        code=shared.code,
        office=_OFFICE,
        municipality=_SUNDNES,
        made_on=made_on,
        offers={
            row.line.code: Offer(
                code=f"{310_457 + 97 * at}",
                age_band=age,
                gender=gender,
                languages=_spoken(languages),
                interests=frozenset(interests.split()),
                area=_AREA,
                organisation_kind=kind,
            )
            for at, (row, (age, gender, languages, interests, kind)) in enumerate(
                zip(lines, _OFFERS, strict=False)
            )
        },
    )
    return signed_files.write(
        ExchangeKind.ANSWER, list_files.answer_content(told), _SUNDNES_KEY, key.public_key
    )


def _their_quarter(office: str, municipality: str, quarter: Quarter, key: str, size: int) -> bytes:
    """Made-up figures of an office so many times as large as the smallest."""
    figures = PeriodFigures(
        period=quarter,
        until=quarter.last,
        finished=True,
        new_mentors=2 * size,
        new_newcomers=3 * size,
        mentors_approved=8 * size,
        newcomers_waiting=2 * size + 1,
        median_wait_days=31 + 4 * size,
        longest_wait_days=90 + 11 * size,
        proposals_answered=Share(3 * size, 4 * size + 2),
        pairings_started=2 * size,
        pairings_running=6 * size,
        pairings_completed=size + 2,
        pairings_ended_early=size - 1,
        first_meeting_in_time=Share(size + 3, 2 * size + 3),
        silent_pairs=Share(size, 6 * size),
        meetings=31 * size,
        minutes=2_300 * size,
        pairs_that_met=5 * size,
        follow_ups_in_time=Share(5 * size, 7 * size),
    )
    told = ComparedQuarter(
        office=office,
        municipality=municipality,
        quarter=quarter,
        until=quarter.last,
        finished=True,
        cells=compared_cells(
            figures, InWork(Share(2 * size, 3 * size + 2), Share(2 * size, 5 * size))
        ),
        in_work=OfficeDefinition(work_least_minutes=60, subsidised_counts=size % 2 == 0),
    )
    return signed_files.write(
        ExchangeKind.COMPARISON, comparison_files.comparison_content(told), key
    )


def _spoken(texts: str) -> frozenset[Spoken]:
    return frozenset(map(Spoken.parse, texts.split()))
