from pathlib import Path

import pytest

from benchmarks.crowd import SEED, TODAY
from benchmarks.made_offices import an_office, pairing_office
from benchmarks.populations import SCENARIOS, Scenario, population
from mentorapp.domain.organisations import check_organisation
from mentorapp.domain.schemes import check_scheme
from mentorapp.matching.rules import first_obstacle, rulebook
from mentorapp.operations import offices, schemes
from mentorapp.operations.candidates import PairingInput, gather
from mentorapp.operations.registrations import check_new


def gathered(path: Path) -> PairingInput:
    with an_office(path) as database, database.read() as tx:
        return gather(tx, schemes.find(tx, "benchmark").id, TODAY)


def allowed_share(given: PairingInput) -> float:
    book = rulebook(given.scheme, given.earlier, given.forbidden)
    allowed = [
        first_obstacle(mentor, newcomer, book) is None
        for mentor in given.mentors
        for newcomer in given.newcomers
    ]
    return sum(allowed) / len(allowed)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_same_seed_makes_the_same_office(scenario: Scenario) -> None:
    assert population(scenario, 30, 40) == population(scenario, 30, 40)
    assert population(scenario, 30, 40) != population(scenario, 30, 40, SEED + 1)


def test_everybody_is_such_as_the_office_takes() -> None:
    made = population("country", 150, 150)
    for one in (*made.mentors, *made.newcomers):
        check_new(one, TODAY)
    for organisation in made.organisations:
        check_organisation(organisation)
    check_scheme(made.scheme)


def test_mentors_have_one_and_a_half_places_each() -> None:
    made = population("city", 1000, 1)
    assert sum(one.mentor.capacity for one in made.mentors if one.mentor) == 1500


@pytest.mark.parametrize(
    ("scenario", "least", "most"),
    [("city", 0.21, 0.33), ("country", 0.01, 0.03), ("online", 1.0, 1.0)],
)
def test_as_many_pairs_are_allowed_as_the_scenario_says(
    tmp_path: Path, scenario: Scenario, least: float, most: float
) -> None:
    given = gathered(pairing_office(tmp_path, scenario, 120, 120))
    assert len(given.mentors) == len(given.newcomers) == 120
    assert least <= allowed_share(given) <= most


def test_the_office_of_a_town_has_districts_and_pairs_to_keep_apart(tmp_path: Path) -> None:
    path = pairing_office(tmp_path, "city", 50, 200)
    with an_office(path) as database, database.read() as tx:
        assert "Sentrum" in offices.read(tx).districts
    given = gathered(path)
    assert given.earlier
    assert given.forbidden


def test_an_office_is_written_once_for_each_scenario_and_size(tmp_path: Path) -> None:
    path = pairing_office(tmp_path, "city", 20, 20)
    written = path.stat().st_mtime_ns
    assert pairing_office(tmp_path, "city", 20, 20) == path
    assert path.stat().st_mtime_ns == written
    assert pairing_office(tmp_path, "city", 20, 30) != path
