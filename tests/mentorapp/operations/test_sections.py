"""What a reader who can add up finds out from a section beside what is printed in it."""

from datetime import date
from itertools import product

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mentorapp.domain.capacity import PlacesSum
from mentorapp.domain.cohorts import CohortTable
from mentorapp.domain.days_to import Wait, YearOfWaits
from mentorapp.domain.outcomes import OutcomeStatus
from mentorapp.domain.placement_figures import PlacementFigures
from mentorapp.domain.placements import PlacementEnd
from mentorapp.domain.sections import Gathered, Hidden, Section, Value
from mentorapp.domain.small_numbers import LEAST, is_small
from mentorapp.domain.statistics import Share
from mentorapp.operations.outcome_figures import OutcomeFigures
from mentorapp.operations.sections import as_json
from mentorapp.operations.sections_people import told_outcomes
from mentorapp.operations.sections_work import told_placements

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
JOB, EXTENSION, EDUCATION, STOPPED = (
    PlacementEnd.JOB,
    PlacementEnd.EXTENSION,
    PlacementEnd.EDUCATION,
    PlacementEnd.STOPPED,
)
NOBODY = Share(0, 0)


def ended(ends: dict[PlacementEnd, int]) -> Section:
    over = sum(ends.values()) - ends.get(EXTENSION, 0)
    return told_placements(
        PlacementFigures(
            first=FIRST,
            last=LAST,
            started={},
            running={},
            ended={end: count for end, count in ends.items() if count},
            to_job=Share(ends.get(JOB, 0), over),
            to_education=Share(ends.get(EDUCATION, 0), over),
            stopped=Share(ends.get(STOPPED, 0), over),
            midway_held=NOBODY,
            signed=NOBODY,
            rose=NOBODY,
            outside_length=0,
            places=PlacesSum(),
            places_by_sector={},
        ),
        LEAST,
    )


def after_a_year(working: int, studying: int, neither: int, unknown: int) -> Section:
    known, none = working + studying + neither, Wait(None, 0, 0)
    return told_outcomes(
        OutcomeFigures(
            first=FIRST,
            until=LAST,
            exits=known + unknown,
            at_exit={OutcomeStatus.WORK: 6},
            asked=NOBODY,
            known=NOBODY,
            after_a_year_of_known=Share(working, known),
            after_a_year_of_ended=Share(working, known + unknown),
            educated_after_a_year_of_known=Share(working + studying, known),
            relevant=NOBODY,
            table=CohortTable((), {}),
            withdrawn=2,
            waits=(YearOfWaits(None, none, none, none),),
        ),
        LEAST,
    )


def printed(section: Section) -> dict[str, Value]:
    return {one.key.partition(".")[2]: one.value for one in section.figures}


def possible(section: Section) -> list[dict[PlacementEnd, int]]:
    """All ways in which placements can have ended, by what is printed of them."""
    told, shares = printed(section), {"to_job": JOB, "to_education": EDUCATION, "stopped": STOPPED}
    (parts,) = (dict(one.told) for one in section.breakdowns if one.key == "placements.by_end")
    ends, total = (JOB, EXTENSION, EDUCATION, STOPPED), told["ended"]
    assert isinstance(total, int)
    # What is not named is nobody, unless something is told of others or nothing of anybody; and
    # whatever is named is somebody.
    rest = range(total + 1) if Gathered.OTHERS in parts or not parts else (0,)
    somebody = range(1, total + 1)
    told_ends = [
        rest if end not in parts else somebody if (count := parts[end]) is None else (count,)
        for end in ends
    ]
    found = []
    for counts in product(*told_ends):
        guess = dict(zip(ends, counts, strict=True))
        over = total - guess[EXTENSION]
        if sum(counts) == total and all(
            isinstance(told[name], Hidden) or told[name] == Share(guess[end], over)
            for name, end in shares.items()
        ):
            found.append(guess)
    return found


@settings(max_examples=60)
@given(*[st.integers(0, 5)] * 4)
def test_no_end_of_a_few_placements_follows_from_shares_breakdown_and_total(
    job: int, extended: int, education: int, stopped: int
) -> None:
    ends = {JOB: job, EXTENSION: extended, EDUCATION: education, STOPPED: stopped}
    found = possible(ended(ends))
    assert ends in found
    for end, count in ends.items():
        if is_small(count):
            guessed = {guess[end] for guess in found}
            assert min(guessed) == 0
            assert max(guessed) >= min(LEAST, sum(ends.values()))


@given(*[st.integers(0, 9)] * 4)
def test_neither_those_in_work_nor_those_in_education_are_told_when_they_are_few(
    working: int, studying: int, neither: int, unknown: int
) -> None:
    assume(working + studying + neither)
    told = printed(after_a_year(working, studying, neither, unknown))
    work, of_all = told["after_a_year_of_known"], told["after_a_year_of_ended"]
    both = told["educated_after_a_year"]
    if is_small(working) or is_small(studying + neither):
        assert isinstance(work, Hidden)
        assert isinstance(of_all, Hidden)
    if is_small(studying) and isinstance(work, Share):
        assert isinstance(both, Hidden)
    if is_small(neither):
        assert isinstance(both, Hidden)


def test_who_is_hidden_is_not_told_from_who_is_not_there() -> None:
    few = ended({JOB: 3, EDUCATION: 2, STOPPED: 9})
    many = ended({JOB: 5, EXTENSION: 0, STOPPED: 9})
    assert as_json([few])["placements"]["by_end"] == {"stopped": 9}
    assert as_json([many])["placements"]["by_end"] == {"job": 5, "stopped": 9}
    assert {min(guess[end] for guess in possible(few)) for end in (JOB, EDUCATION)} == {0}


def test_what_is_hidden_on_paper_is_hidden_in_the_file_for_scripts_too_and_named() -> None:
    json = as_json([ended({JOB: 3}), after_a_year(9, 8, 7, 3)])
    assert json["placements"]["ended"] == 3
    assert json["placements"]["to_job"] is None
    assert json["placements"]["by_end"] == {}
    assert json["placements"]["hidden"] == ["to_job", "to_education", "stopped", "by_end"]
    assert json["outcomes"]["after_a_year_of_known"] == {"part": 9, "base": 24, "percent": 38}
    assert json["outcomes"]["hidden"] == ["withdrawn"]
