"""Who has nobody and why, and how well one person fits all others, held against single answers."""

import pytest

from mentorapp.domain.blocking import main_obstacle
from mentorapp.domain.explanations import percent_of
from mentorapp.domain.people import Gender
from mentorapp.domain.proposals import Obstacle
from mentorapp.domain.protection import Protection
from mentorapp.operations import Database, explaining, pairing
from mentorapp.operations.explaining import Solved
from mentorapp.operations.without_pair import percents_of, without_pair
from tests.factories import TODAY
from tests.mentorapp.operations.registering import buddy, mentor_id, newcomer_id


@pytest.fixture
def solved(database: Database) -> Solved:
    with database.write("mona") as tx:
        mentor_id(tx, name="Finn Fisker", capacity=1, gender=Gender.MAN)
        mentor_id(tx, name="Stine Strikker", capacity=1, postal_code="0150", max_distance_km=5)
        newcomer_id(tx, name="Omar Fiske")
        newcomer_id(tx, name="Alia Alene", wish_gender=Gender.WOMAN, registered_on=TODAY)
        newcomer_id(tx, name="Sanna Streng", protection=Protection.STRICT, postal_code="")
        gathered = pairing.gather(tx, buddy(tx), TODAY)
    return Solved(gathered, pairing.solve(gathered))


def test_whoever_has_nobody_is_told_with_what_stopped_him_on_both_sides(solved: Solved) -> None:
    found = without_pair(solved)
    names = solved.names
    assert {names[one] for one in found.newcomers} == {"Alia Alene", "Sanna Streng"}
    assert {names[one] for one in found.mentors} == {"Stine Strikker"}
    for role_id, left in found.newcomers.items():
        assert left == explaining.counted(solved, role_id)
    for role_id, left in found.mentors.items():
        assert left == explaining.counted_for_mentor(solved, role_id)
    strict = next(one for one, name in names.items() if name == "Sanna Streng")
    assert main_obstacle(found.newcomers[strict]) is Obstacle.BY_HAND_ONLY


def test_the_per_cent_with_everybody_are_those_of_each_pair(solved: Solved) -> None:
    mentors = [one.role_id for one in solved.pairing_input.mentors]
    newcomers = [one.role_id for one in solved.pairing_input.newcomers]
    for newcomer in newcomers:
        told = percents_of(solved, newcomer)
        for mentor in mentors:
            check = solved.check(newcomer, mentor)
            possible = not check.obstacles and not check.by_hand_only
            assert (mentor in told) == possible
            if possible:
                assert told[mentor] == percent_of(check.score, check.full_score)
                assert percents_of(solved, mentor)[newcomer] == told[mentor]
