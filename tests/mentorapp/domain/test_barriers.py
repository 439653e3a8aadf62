from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.barriers import (
    Barrier,
    BarrierCheck,
    barrier_figures,
    check_barrier_check,
    newest_checks,
)
from mentorapp.domain.errors import InvalidField
from mentorapp.domain.records import new_id
from mentorapp.domain.statistics import Share
from tests.factories import TODAY

ALI, SARA, LINA = new_id(), new_id(), new_id()


def look(person: UUID, day: date, *barriers: Barrier) -> BarrierCheck:
    return BarrierCheck(person_id=person, checked_on=day, barriers=frozenset(barriers))


def test_nothing_about_health_can_be_ticked() -> None:
    assert not [one for one in Barrier if "health" in one.value or "illness" in one.value]


def test_a_look_in_the_future_is_refused() -> None:
    check_barrier_check(look(ALI, TODAY), TODAY)
    with pytest.raises(InvalidField):
        check_barrier_check(look(ALI, TODAY + timedelta(days=1)), TODAY)


def test_the_newest_look_counts_and_of_two_on_a_day_the_later_one() -> None:
    first = look(ALI, date(2026, 1, 1), Barrier.TIME)
    second = look(ALI, date(2026, 3, 1), Barrier.HOUSING)
    third = look(ALI, date(2026, 3, 1))
    assert newest_checks([third, first, second]) == {ALI: third}


def test_each_person_counts_once_with_those_asked_as_the_base() -> None:
    looks = [
        look(ALI, date(2026, 1, 1), Barrier.LANGUAGE, Barrier.TIME),
        look(ALI, date(2026, 6, 1), Barrier.LANGUAGE),
        look(SARA, date(2026, 2, 1)),
    ]
    counted = barrier_figures(looks, frozenset())
    assert counted.asked == 2
    assert counted.counts[Barrier.LANGUAGE] == Share(1, 2)
    assert counted.counts[Barrier.TIME] == Share(0, 2)
    assert counted.nothing == Share(1, 2)
    assert set(counted.counts) == set(Barrier)


def test_what_is_gone_is_told_of_those_who_had_it_and_were_asked_again() -> None:
    looks = [
        look(ALI, date(2026, 1, 1), Barrier.LANGUAGE, Barrier.TIME),
        look(ALI, date(2026, 6, 1), Barrier.LANGUAGE),
        look(SARA, date(2026, 2, 1), Barrier.TIME),  # never asked again
    ]
    gone = barrier_figures(looks, frozenset()).gone
    assert gone[Barrier.TIME] == Share(1, 1)
    assert gone[Barrier.LANGUAGE] == Share(0, 1)
    assert gone[Barrier.HOUSING] == Share(0, 0)


def test_a_household_that_needs_childcare_counts_for_those_asked_and_apart_for_the_others() -> None:
    looks = [look(ALI, TODAY), look(SARA, TODAY, Barrier.CHILDCARE)]
    counted = barrier_figures(looks, frozenset({ALI, SARA, LINA}))
    assert counted.counts[Barrier.CHILDCARE] == Share(2, 2)
    assert counted.nothing == Share(0, 2)
    assert counted.childcare_not_asked == 1


@given(
    st.lists(
        st.tuples(
            st.sampled_from([ALI, SARA, LINA]),
            st.integers(0, 400),
            st.sets(st.sampled_from(list(Barrier))),
        )
    ),
    st.sets(st.sampled_from([ALI, SARA, LINA])),
)
def test_no_part_is_larger_than_its_base(
    told: list[tuple[UUID, int, set[Barrier]]], needing: set[UUID]
) -> None:
    looks = [look(who, TODAY - timedelta(days=ago), *what) for who, ago, what in told]
    counted = barrier_figures(looks, frozenset(needing))
    assert counted.asked == len({who for who, _, _ in told})
    for share in (*counted.counts.values(), *counted.gone.values(), counted.nothing):
        assert 0 <= share.part <= share.base <= 3
