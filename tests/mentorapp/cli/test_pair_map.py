"""``map``: places with counts, no names, and nobody whose address is protected."""

from tests.mentorapp.cli.conftest import WriteFile
from tests.mentorapp.cli.running import Mentorctl

NEWCOMERS = """Fornavn;Etternavn;Postnr;Språk;Adressesperre
Hanna;Skjult;8624;norsk B1;fortrolig
Oda;Open;8200;norsk B1;
"""


def test_the_example_office_is_told_by_place_and_between_places(example: Mentorctl) -> None:
    told = example("map", "--json").json
    assert told["scheme"] is None
    names = [one["place"] for one in told["places"]]
    assert len(names) > 5
    assert len({(one["place"], one["municipality"]) for one in told["places"]}) == len(names)
    assert sum(one["waiting"] for one in told["places"]) > 10
    pairs = sum(one["many"] for one in told["between"] if one["kind"] == "pairs")
    running = sum(one["ended_on"] is None for one in example("pairings", "--json").json)
    assert running - told["pairs_missing"] <= pairs <= running
    lines = example("map").lines
    assert lines[0].startswith("Place")
    assert lines[2].startswith(names[0])


def test_a_scheme_is_named_like_everywhere(example: Mentorctl) -> None:
    every, one = (example("map", *words, "--json").json for words in ((), ("--scheme", "buddy")))
    assert one["scheme"] == "buddy"
    counted = [sum(place["pairs"] for place in told["places"]) for told in (every, one)]
    assert 0 < counted[1] < counted[0]


def test_the_protected_are_counted_and_their_place_is_not_told(
    empty: Mentorctl, write: WriteFile
) -> None:
    assert empty("import", "newcomers", write("n.csv", NEWCOMERS)).code == 0
    ran = empty("map")
    assert "1 person is not on the map" in ran.out
    assert "Fauske" in ran.out
    assert "Mo i Rana" not in ran.out + empty("map", "--json").out


def test_an_empty_office_says_why_there_is_no_map(empty: Mentorctl) -> None:
    assert empty("map").lines == ["Nobody who waits or has room has a postal code yet."]
