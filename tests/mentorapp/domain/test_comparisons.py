"""What may be told of a quarter: nothing of one to four, nor what they follow from."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.comparisons import Cell, Compared, Hiding, InWork, compared_cells
from mentorapp.domain.quarters import Quarter
from mentorapp.domain.statistics import PeriodFigures, Share

PLENTY = PeriodFigures(
    period=Quarter(2026, 3),
    until=date(2026, 9, 30),
    finished=True,
    new_mentors=12,
    new_newcomers=20,
    mentors_approved=60,
    newcomers_waiting=9,
    median_wait_days=40,
    longest_wait_days=120,
    proposals_answered=Share(12, 20),
    pairings_started=11,
    pairings_running=40,
    pairings_completed=9,
    pairings_ended_early=6,
    first_meeting_in_time=Share(8, 16),
    silent_pairs=Share(6, 38),
    meetings=150,
    minutes=9_000,
    pairs_that_met=31,
    follow_ups_in_time=Share(30, 40),
)
HIDDEN = Cell(None, None, Hiding.SMALL)
TOGETHER = Compared.PAIRINGS_STARTED, Compared.PAIRINGS_RUNNING, Compared.PAIRINGS_COMPLETED


def test_what_counts_many_is_told_as_it_is() -> None:
    cells = compared_cells(PLENTY)

    assert set(cells) == set(Compared)
    assert not [one for one, cell in cells.items() if cell.hidden]
    assert cells[Compared.NEW_MENTORS] == Cell(12)
    assert cells[Compared.PROPOSALS_ANSWERED] == Cell(12, 20)


def test_one_to_four_are_hidden_and_nought_is_not() -> None:
    assert compared_cells(replace(PLENTY, new_mentors=4))[Compared.NEW_MENTORS] == HIDDEN
    assert compared_cells(replace(PLENTY, new_mentors=0))[Compared.NEW_MENTORS] == Cell(0)


def test_a_pairing_figure_that_follows_from_the_others_is_hidden_with_them() -> None:
    cells = compared_cells(replace(PLENTY, pairings_ended_early=2))

    assert cells[Compared.PAIRINGS_ENDED_EARLY] == HIDDEN
    assert cells[Compared.PAIRINGS_COMPLETED] == Cell(None, None, Hiding.OTHER)


def test_a_share_is_hidden_when_the_part_the_rest_or_the_base_is_small() -> None:
    def told(part: int, base: int) -> Cell:
        return compared_cells(replace(PLENTY, silent_pairs=Share(part, base)))[
            Compared.SILENT_PAIRS
        ]

    assert told(2, 30) == Cell(None, 30, Hiding.SMALL)
    assert told(28, 30) == Cell(None, 30, Hiding.OTHER)
    assert told(3, 4) == HIDDEN
    assert told(0, 30) == Cell(0, 30)
    assert told(30, 30) == Cell(30, 30)
    assert told(0, 0) == Cell(None, 0)


def test_days_and_meetings_of_a_few_are_not_told() -> None:
    cells = compared_cells(replace(PLENTY, newcomers_waiting=1, pairs_that_met=3))

    for one in (
        Compared.MEDIAN_WAIT_DAYS,
        Compared.LONGEST_WAIT_DAYS,
        Compared.MEETINGS,
        Compared.MINUTES,
    ):
        assert cells[one] == Cell(None, None, Hiding.OTHER)


def test_in_work_of_known_and_of_all_are_hidden_together() -> None:
    def told(of_known: Share, of_ended: Share) -> tuple[Cell, Cell]:
        cells = compared_cells(PLENTY, InWork(of_known, of_ended))
        return cells[Compared.IN_WORK_OF_KNOWN], cells[Compared.IN_WORK_OF_ENDED]

    assert told(Share(9, 16), Share(9, 20)) == (Cell(9, 16), Cell(9, 20))
    assert told(Share(9, 11), Share(9, 20)) == (
        Cell(None, 11, Hiding.OTHER),
        Cell(None, 20, Hiding.OTHER),
    )


@given(st.lists(st.integers(0, 30), min_size=4, max_size=4))
def test_no_hidden_pairing_figure_stands_alone(counts: list[int]) -> None:
    cells = compared_cells(
        replace(
            PLENTY,
            pairings_started=counts[0],
            pairings_running=counts[1],
            pairings_completed=counts[2],
            pairings_ended_early=counts[3],
        )
    )
    told = [cells[one] for one in (*TOGETHER, Compared.PAIRINGS_ENDED_EARLY)]
    hidden = [cell for cell in told if cell.hidden]

    assert len(hidden) != 1
    assert not [cell for cell in told if cell.value in range(1, 5)]


def test_an_office_that_hides_more_does_not_say_that_it_is_one_to_four() -> None:
    seven = replace(PLENTY, new_mentors=7, new_newcomers=3)
    cells = compared_cells(seven, least=10)
    assert cells[Compared.NEW_MENTORS] == cells[Compared.NEW_NEWCOMERS]
    assert cells[Compared.NEW_MENTORS] == Cell(None, None, Hiding.OTHER)
    assert compared_cells(seven)[Compared.NEW_MENTORS] == Cell(7)
