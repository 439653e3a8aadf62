from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentorapp.domain.errors import AlreadyPaired, NewcomerAlreadyPaired, PairNotAllowed
from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.domain.pairings import Pairing, PairingStatus
from mentorapp.domain.people import Person
from mentorapp.domain.quarters import Quarter
from mentorapp.domain.run_errors import NotInScheme, SchemeCompleted
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.taking_part import Openness, takes_part
from mentorapp.operations import (
    Database,
    Transaction,
    in_run,
    lists,
    pairing,
    pairings,
    reports,
    schemes,
    taking_part,
)
from mentorapp.operations.imports import ImportKind
from mentorapp.storage import records
from tests.factories import TODAY, a_pairing
from tests.mentorapp.operations.importing import bring
from tests.mentorapp.operations.registering import buddy, end_early, mentor_id, newcomer_id

BOTH = frozenset({"buddy", "work_mentor"})
DAY = timedelta(days=1)


def _work(tx: Transaction) -> UUID:
    return schemes.find(tx, "work_mentor").id


def _newcomer(tx: Transaction, role_id: UUID) -> Newcomer:
    return records.get(tx, Newcomer, role_id)


def _proposed(tx: Transaction, scheme_id: UUID) -> set[UUID]:
    return {row.proposal.newcomer_id for row in pairing.run(tx, scheme_id, TODAY).rows}


def test_a_paired_newcomer_is_proposed_in_the_other_scheme_he_named_and_in_no_third(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        one, other = mentor_id(tx), mentor_id(tx, name="Berit Moen")
        both = newcomer_id(tx, schemes=BOTH)
        open_to_all = newcomer_id(tx, name="Ali Hassan")
        pairing.pair_by_hand(tx, buddy(tx), one, both, TODAY)
        pairing.pair_by_hand(tx, buddy(tx), other, open_to_all, TODAY)
        assert _proposed(tx, _work(tx)) == {both}
        assert _proposed(tx, buddy(tx)) == set()
        assert _proposed(tx, schemes.find(tx, "language_practice").id) == set()
        choices = [one.role_id for one in pairing.choices(tx, _work(tx))[1]]
        assert choices == [both]


def test_two_running_pairings_in_two_schemes_each_follow_their_own(database: Database) -> None:
    with database.write("mona") as tx:
        one, other = mentor_id(tx), mentor_id(tx, name="Berit Moen")
        both = newcomer_id(tx, schemes=BOTH)
        first = pairing.pair_by_hand(tx, buddy(tx), one, both, TODAY)
        second = pairing.pair_by_hand(tx, _work(tx), other, both, TODAY)
        assert first.planned_end != second.planned_end
        with pytest.raises(NewcomerAlreadyPaired):
            pairing.pair_by_hand(tx, _work(tx), one, both, TODAY)
        (row,) = lists.newcomer_rows(tx, TODAY)
        assert row.paired_with == "Marit Bekkelund, Berit Moen"


def test_the_newcomer_stays_paired_until_the_last_pair_ends(database: Database) -> None:
    with database.write("mona") as tx:
        both = newcomer_id(tx, schemes=BOTH)
        first = pairing.pair_by_hand(tx, buddy(tx), mentor_id(tx), both, TODAY)
        second = pairing.pair_by_hand(tx, _work(tx), mentor_id(tx, name="B M"), both, TODAY)
        pairings.end(tx, first.id, TODAY, TODAY, completed=True)
        assert _newcomer(tx, both).status is NewcomerStatus.PAIRED
        end_early(tx, second.id, TODAY, TODAY)
        assert _newcomer(tx, both).status is NewcomerStatus.WAITING
        mentor_id(tx, name="Kari Nordmann")
        assert _proposed(tx, buddy(tx)) == set()
        assert _proposed(tx, _work(tx)) == {both}


def test_whoever_completes_one_of_two_named_schemes_waits_for_the_other(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        both = newcomer_id(tx, schemes=BOTH)
        first = pairing.pair_by_hand(tx, buddy(tx), mentor_id(tx), both, TODAY)
        pairings.end(tx, first.id, TODAY, TODAY, completed=True)
        assert _newcomer(tx, both).status is NewcomerStatus.WAITING
        number = str(records.get(tx, Person, _newcomer(tx, both).person_id).number)
        with pytest.raises(SchemeCompleted):
            in_run.newcomer_in_run(tx, schemes.find(tx, "buddy"), number)
        assert in_run.newcomer_in_run(tx, schemes.find(tx, "work_mentor"), number) == both
        with pytest.raises(NotInScheme):
            in_run.newcomer_in_run(tx, schemes.find(tx, "practice_driving"), number)


def test_the_same_two_may_be_a_pair_in_a_second_scheme_by_hand_only(database: Database) -> None:
    with database.write("mona") as tx:
        one, both = mentor_id(tx), newcomer_id(tx, schemes=BOTH)
        pairing.pair_by_hand(tx, buddy(tx), one, both, TODAY)
        assert _proposed(tx, _work(tx)) == set()
        with pytest.raises((AlreadyPaired, PairNotAllowed)):
            pairing.pair_by_hand(tx, buddy(tx), one, both, TODAY)
        pairing.pair_by_hand(tx, _work(tx), one, both, TODAY)
        assert len(records.find(tx, Pairing, newcomer_id=both)) == 2


def test_a_mentors_capacity_is_one_number_over_all_schemes(database: Database) -> None:
    with database.write("mona") as tx:
        only = mentor_id(tx, capacity=1)
        pairing.pair_by_hand(tx, buddy(tx), only, newcomer_id(tx), TODAY)
        waiting = newcomer_id(tx, name="Ali Hassan", schemes=frozenset({"work_mentor"}))
        assert _proposed(tx, _work(tx)) == set()
        counts = taking_part.tallies_by_scheme(tx)
        assert counts[_work(tx)].waiting == 1
        assert _newcomer(tx, waiting).status is NewcomerStatus.READY


def test_waiting_is_counted_per_scheme_and_the_quarter_counts_persons_without_a_pair(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        both = newcomer_id(tx, schemes=BOTH)
        newcomer_id(tx, name="Ali Hassan", schemes=BOTH)
        pairing.pair_by_hand(tx, buddy(tx), mentor_id(tx), both, TODAY)
        counts = taking_part.tallies_by_scheme(tx)
        work, friends = counts[_work(tx)], counts[buddy(tx)]
        assert (work.running, work.waiting, work.waiting_beside) == (0, 1, 1)
        assert (friends.running, friends.waiting, friends.waiting_beside) == (1, 1, 0)
        figures = reports.quarter_figures(tx, Quarter.of(TODAY), TODAY)
        assert figures.newcomers_waiting == 1


def test_all_schemes_of_a_person_are_told_with_what_the_scheme_calls_him(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        both = newcomer_id(tx, schemes=BOTH)
        made = pairing.pair_by_hand(tx, buddy(tx), mentor_id(tx), both, TODAY)
        person = _newcomer(tx, both).person_id
        pair, waits = taking_part.of_person(tx, person, TODAY)
        assert (pair.role_word("nb"), pair.other, pair.standing, pair.pairing_number) == (
            "nyankommen",
            "Marit Bekkelund",
            PairingStatus.AGREED,
            made.number,
        )
        assert (waits.scheme.key, waits.standing) == ("work_mentor", Openness.WAITING)
        assert pair.other_person_id is not None
        mentor = taking_part.of_person(tx, pair.other_person_id, TODAY)
        assert (mentor[0].role_word("da"), mentor[0].other) == ("frivillig ven", "Sahra Guled")
        assert {one.standing for one in mentor[1:]} == {Openness.OPEN}


def test_old_pairs_that_overlap_leave_the_newcomer_paired_between_them(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        role = newcomer_id(tx, name="Sahra Guled")
        mentor_id(tx, name="Kari Nordmann")
        mentor_id(tx, name="Berit Moen")
        bring(
            tx,
            ImportKind.PAIRINGS,
            """
Mentor;Deltaker;Ordning;Startet;Avsluttet
Kari Nordmann;Sahra Guled;Fadder;01.08.2026;01.10.2026
Berit Moen;Sahra Guled;Arbeidsmentor;01.09.2026;
""",
        )
        assert _newcomer(tx, role).status is NewcomerStatus.PAIRED
        figures = reports.quarter_figures(tx, Quarter.of(TODAY), TODAY)
        assert figures.newcomers_waiting == 0
        assert figures.pairings_running == 1


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(st.sampled_from(["pair", "end", "stop", "more"]), st.integers(0, 4)), max_size=8
    )
)
def test_status_and_runs_agree_with_the_pairs_whatever_happened(
    database: Database, steps: list[tuple[str, int]]
) -> None:
    with database.write("mona") as tx:
        every = schemes.all_schemes(tx)
        role = newcomer_id(tx, schemes=frozenset({"buddy"}))
        for step, at in steps:
            _do(tx, role, step, every[at % len(every)])
            _agree(tx, role, every)


def _do(tx: Transaction, role: UUID, step: str, scheme: Scheme) -> None:
    running = [one for one in records.find(tx, Pairing, newcomer_id=role) if one.is_running]
    newcomer = _newcomer(tx, role)
    if step == "more":
        records.amend(tx, replace(newcomer, schemes=newcomer.schemes | {scheme.key}))
    elif step == "pair" and newcomer.status is not NewcomerStatus.COMPLETED:
        if scheme.id not in {one.scheme_id for one in running}:
            pair = a_pairing(scheme_id=scheme.id, mentor_id=mentor_id(tx), newcomer_id=role)
            records.add(tx, pair)
            records.amend(tx, replace(newcomer, status=NewcomerStatus.PAIRED))
    elif running and step == "end":
        pairings.end(tx, running[0].id, TODAY, TODAY, completed=True)
    elif running:
        end_early(tx, running[0].id, TODAY, TODAY)


def _agree(tx: Transaction, role: UUID, every: list[Scheme]) -> None:
    """Paired as long as a pair runs; the run looks at him exactly where the rule says so."""
    newcomer, had = _newcomer(tx, role), taking_part.had(tx, role)
    assert (newcomer.status is NewcomerStatus.PAIRED) == bool(had.running)
    for scheme in every:
        looked_at = {one.role_id for one in pairing.gather(tx, scheme.id, TODAY).newcomers}
        expected = takes_part(newcomer.status, newcomer.schemes, scheme.key, had)
        assert (role in looked_at) == expected
