import pytest

from mentorapp.domain.people import Gender
from mentorapp.domain.profiles import Profiles, Trait, TraitLine
from mentorapp.domain.protection import Protection
from mentorapp.operations import Database
from mentorapp.operations.profiles import profiles
from tests.factories import TODAY, spoken
from tests.mentorapp.operations.registering import mentor_id, newcomer_id


def line(found: Profiles, trait: Trait) -> TraitLine:
    return next(one for one in found.lines if one.trait is trait)


def test_two_people_stand_beside_each_other_with_what_they_share(database: Database) -> None:
    with database.write("mona") as tx:
        mentor = mentor_id(
            tx, name="Marit Bekkelund", interests=frozenset({"fishing", "hiking"}),
            languages=spoken("nb:native"), gender=Gender.WOMAN,
        )  # fmt: skip
        newcomer = newcomer_id(
            tx, name="Sahra Guled", interests=frozenset({"fishing"}), wish_gender=Gender.WOMAN,
            languages=spoken("so:native", "no:B1"),
        )  # fmt: skip
        found = profiles(tx, newcomer, mentor, TODAY)
    assert (found.newcomer, found.mentor) == ("Sahra Guled", "Marit Bekkelund")
    interests = line(found, Trait.INTERESTS)
    assert (interests.newcomer.shared, interests.newcomer.own) == (("fishing",), ())
    assert (interests.mentor.shared, interests.mentor.own) == (("fishing",), ("hiking",))
    # The written forms of one language are one language.
    assert line(found, Trait.LANGUAGES).newcomer.shared == ("no:B1",)
    assert line(found, Trait.WISHES).newcomer.shared == ("gender:woman",)


def test_a_wish_that_the_other_does_not_meet_is_not_shared(database: Database) -> None:
    with database.write("mona") as tx:
        mentor = mentor_id(tx, gender=Gender.MAN)
        newcomer = newcomer_id(tx, wish_gender=Gender.WOMAN)
        wishes = line(profiles(tx, newcomer, mentor, TODAY), Trait.WISHES)
    assert "gender:woman" in wishes.newcomer.own
    assert wishes.newcomer.shared == ()


def test_two_in_the_same_town_share_it(database: Database) -> None:
    with database.write("mona") as tx:
        pair = (
            newcomer_id(tx, postal_code="8006", max_distance_km=10),
            mentor_id(tx, postal_code="8006"),
        )
        found = profiles(tx, *pair, TODAY)
    assert line(found, Trait.PLACE).newcomer.shared == ("Bodø",)
    assert "km:10" in line(found, Trait.WISHES).newcomer.own


@pytest.mark.parametrize("level", [Protection.CONFIDENTIAL, Protection.STRICT])
@pytest.mark.parametrize("who", ["newcomer", "mentor"])
def test_nothing_tells_where_either_is_when_one_of_them_is_protected(
    database: Database, level: Protection, who: str
) -> None:
    code = "" if level is Protection.STRICT else "8006"
    protected = {"protection": level, "postal_code": code, "max_distance_km": 10}
    plain = {"postal_code": "8006", "max_distance_km": 10}
    with database.write("mona") as tx:
        newcomer = newcomer_id(tx, **(protected if who == "newcomer" else plain))
        mentor = mentor_id(tx, **(protected if who == "mentor" else plain))
        found = profiles(tx, newcomer, mentor, TODAY)
    assert Trait.PLACE not in [one.trait for one in found.lines]
    assert "km:10" not in str(found)
