"""One record of every kind, and programs of their own that hold, write or are killed."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from mentorapp.domain.households import ChildBand
from mentorapp.domain.languages import LetterLanguage
from mentorapp.domain.letters import LetterIssued, LetterKind
from mentorapp.domain.pairings import EndReason, Initiator, PairingStatus, Responsibility
from mentorapp.domain.people import AgeBand, Transport
from mentorapp.domain.proposals import DecidedBy, ForbiddenPair, ProposalStatus
from mentorapp.domain.records import Record
from mentorapp.domain.statuses import StatusChange
from mentorapp.storage import records
from mentorapp.storage.database import Database, open_database
from tests import factories as make

ROOT = Path(__file__).resolve().parents[3]


def every_kind() -> list[Record]:
    """A filled record of each kind that is stored, those that others point to first."""
    office, organisation = make.an_office(), make.an_organisation()
    household = make.a_household(child_bands=frozenset(ChildBand), childcare_needed=True)
    scheme = make.a_scheme()
    mentors_person = make.a_person(
        native_name="محمد", notes="Ringes etter 16", transport=frozenset({Transport.CAR})
    )
    newcomers_person = make.a_person(
        household_id=household.id,
        letter_language=LetterLanguage.AR,
        transport=frozenset(Transport),
    )
    mentor = make.a_mentor(
        person_id=mentors_person.id,
        organisation_id=organisation.id,
        schemes=frozenset({scheme.key}),
        wish_age_bands=frozenset({AgeBand.FROM_26, AgeBand.FROM_36}),
        max_distance_km=20,
    )
    newcomer = make.a_newcomer(
        person_id=newcomers_person.id,
        employer_id=organisation.id,
        case_officer_id=mentors_person.id,
    )
    roles = {"scheme_id": scheme.id, "mentor_id": mentor.id, "newcomer_id": newcomer.id}
    proposal = make.a_proposal(
        **roles,
        status=ProposalStatus.ACCEPTED,
        decided_on=date(2026, 11, 21),
        decided_by=DecidedBy.MENTOR,
    )
    pairing = make.a_pairing(
        **roles,
        proposal_id=proposal.id,
        status=PairingStatus.ENDED_EARLY,
        start_meeting_at=datetime(2026, 9, 8, 10, 30),  # noqa: DTZ001 - the wall clock's
        ended_on=date(2026, 11, 1),
        end_reason=EndReason.MOVED,
        end_initiator=Initiator.BOTH,
        reasons=proposal.reasons,
    )
    pair: dict[str, Any] = {"pairing_id": pairing.id}
    return [
        office,
        organisation,
        household,
        scheme,
        mentors_person,
        newcomers_person,
        make.contact_details(person_id=mentors_person.id),
        mentor,
        newcomer,
        make.a_consent(person_id=newcomers_person.id),
        StatusChange(
            subject="mentor", subject_id=mentor.id, status="approved", changed_on=date(2026, 1, 20)
        ),
        proposal,
        ForbiddenPair(
            mentor_id=mentor.id, newcomer_id=newcomer.id, forbidden_on=date(2026, 11, 21)
        ),
        pairing,
        Responsibility(**pair, coordinator="Ingrid Solbakken", from_date=date(2026, 9, 1)),
        make.a_meeting(**pair, next_on=date(2026, 12, 1)),
        make.a_follow_up(**pair),
        LetterIssued(
            **pair,
            kind=LetterKind.PAIRING_NEWCOMER,
            person_id=newcomers_person.id,
            language="nb",
            issued_at=datetime(2026, 9, 1, 8, 15, tzinfo=UTC),
            issued_by="Ingrid Solbakken",
            text="Hei!",
        ),
    ]


@pytest.fixture(scope="session")
def bare_template(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("bare") / "office.db"
    open_database(path).close()
    return path.read_bytes()


@pytest.fixture
def file(bare_template: bytes, tmp_path: Path) -> Path:
    """An office file with its tables and not a row in them."""
    path = tmp_path / "bare.db"
    path.write_bytes(bare_template)
    return path


@pytest.fixture
def bare(file: Path) -> Iterator[Database]:
    """That file, open for writing."""
    opened = open_database(file)
    yield opened
    opened.close()


@pytest.fixture
def full(bare: Database) -> Database:
    """An office with one record of each kind (two people)."""
    with bare.write("Ingrid") as tx:
        for record in every_kind():
            records.add(tx, record)
    return bare


Program = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def program() -> Iterator[Program]:
    """Start Python with these lines, as another program would run; it does not outlive the test."""
    started: list[subprocess.Popen[str]] = []

    def start(code: str, *args: Any, before: tuple[str, ...] = ()) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [*before, sys.executable, "-c", code, *map(str, args)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()
