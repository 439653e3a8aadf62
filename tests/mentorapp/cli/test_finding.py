"""``find``."""

from tests.mentorapp.cli.running import Mentorctl


def test_people_are_found_by_a_few_letters(small: Mentorctl, numbers: dict[str, int]) -> None:
    (first, *_) = small("find", "marit", "--json").json
    assert (first["kind"], first["number"]) == ("person", numbers["Marit"])
    assert first["states"] == ["approved"]
    said = small("find", "marit").out
    assert "People" in said
    assert f"Mentor (approved) · {numbers['Marit']}" in said


def test_several_words_need_no_quotes(small: Mentorctl, numbers: dict[str, int]) -> None:
    found = small("find", str(numbers["Marit"]), "--json").json
    assert found[0]["title"].startswith("Marit")
    family = found[0]["title"].split()[-1]
    assert small("find", family[:3], "mar", "--json").json == found


def test_nothing_found_is_said(small: Mentorctl) -> None:
    assert small("find", "xqzw").lines == ["Nothing found."]
    assert small("find", "xqzw", "--json").json == []
