from dataclasses import replace

import pytest

from mentorapp.domain.errors import NotFound
from mentorapp.domain.office_errors import NameTaken
from mentorapp.operations import Database, schemes
from tests.factories import a_scheme


def test_a_new_office_has_the_five_standard_schemes(database: Database) -> None:
    with database.read() as tx:
        keys = {one.key for one in schemes.all_schemes(tx)}
    assert keys == {
        "work_mentor",
        "buddy",
        "language_practice",
        "practice_driving",
        "association_guide",
    }


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("work_mentor", "work_mentor"),
        ("Work mentor", "work_mentor"),
        ("  arbeidsMENTOR ", "work_mentor"),
        ("Arbejdsmentor", "work_mentor"),
        ("Øvelseskjøring", "practice_driving"),
        ("ovelseskjoring", "practice_driving"),
        ("Øvingskøyring", "practice_driving"),
        ("language-practice", "language_practice"),
        ("språkpraksis", "language_practice"),
        ("Netværksfamilie", "buddy"),
    ],
)
def test_a_scheme_is_found_by_key_and_by_its_name_in_any_language(
    text: str, key: str, database: Database
) -> None:
    with database.read() as tx:
        assert schemes.find(tx, text).key == key


@pytest.mark.parametrize("text", ["", "chess", "mentor", "<b>"])
def test_an_unknown_scheme_tells_which_there_are(text: str, database: Database) -> None:
    with database.read() as tx, pytest.raises(NotFound) as refused:
        schemes.find(tx, text)
    assert set(refused.value.known) == {
        "work_mentor", "buddy", "language_practice", "practice_driving",
        "association_guide",
    }  # fmt: skip


def test_a_scheme_is_added_renamed_and_put_to_rest(database: Database) -> None:
    with database.write("mona") as tx:
        key = schemes.new_key(tx, "Svømmevenn på Ørnes!")
        assert key == "svommevenn_pa_ornes"
        made = schemes.save(tx, a_scheme(key=key, names={"nb": "Svømmevenn"}))
        assert schemes.find(tx, "svømmevenn") == made
        assert schemes.new_key(tx, "Svømmevenn på Ørnes") == "svommevenn_pa_ornes_2"
        schemes.save(tx, replace(made, active=False))
        assert made.key not in {one.key for one in schemes.all_schemes(tx, active_only=True)}
        assert len(schemes.all_schemes(tx)) == 6


@pytest.mark.parametrize("name", ["Fadder", "fadder ", "Buddy", "work mentor"])
def test_two_schemes_are_never_called_the_same_in_any_language(
    name: str, database: Database
) -> None:
    with database.write("mona") as tx:
        with pytest.raises(NameTaken):
            schemes.save(tx, schemes.new_scheme(tx, {"nb": name}))
        buddy = schemes.find(tx, "buddy")
        schemes.save(tx, replace(buddy, usual_months=7))
        assert schemes.find(tx, "Fadder").usual_months == 7
