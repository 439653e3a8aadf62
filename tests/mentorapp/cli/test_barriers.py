"""``barriers`` and ``networks``: what stands in the way, and whom one can ask."""

from tests.mentorapp.cli.running import Mentorctl


def test_barriers_are_noted_listed_and_counted(small: Mentorctl, numbers: dict[str, int]) -> None:
    small("barriers", "note", numbers["Sahra"], "childcare", "language", "--on", "2026-09-01")
    noted = small("barriers", "note", numbers["Sahra"], "--json").json
    assert noted["barriers"] == []
    figures = small("barriers", "figures", "--json").json
    assert figures["counts"]["childcare"] == {"part": 0, "base": 1, "percent": 0}
    assert figures["gone"]["childcare"] == {"part": 1, "base": 1, "percent": 100}
    small("barriers", "remove", noted["look"])
    (row,) = small("barriers", "list", "--json").json
    assert row["barriers"] == ["childcare", "language"]
    early = small("barriers", "figures", "--to", "2026-08-31", "--json").json
    assert early["asked"] == 0


def test_health_is_no_barrier_here(small: Mentorctl, numbers: dict[str, int]) -> None:
    small("barriers", "note", numbers["Sahra"], "health").refused("health", "childcare")


def test_a_network_is_asked_about_three_times(small: Mentorctl, numbers: dict[str, int]) -> None:
    pair = small("pair", "hand", numbers["Sahra"], numbers["Marit"], "--scheme", "buddy", "--json")
    number = pair.json["number"]
    first = small(
        "networks", "note", number, "start", "--people", "1", "--days", "0", "--json"
    ).json
    assert (first["people_to_ask"], first["language_days"]) == (1, 0)
    small("networks", "note", number, "start", "--people", "2").refused("already")
    small("networks", "note", number, "end", "--people", "6")
    figures = small("networks", "figures", "--json").json
    assert figures["people_to_ask"] == {
        "pairs": 1, "before": 1, "after": 6, "more": 1, "same": 0, "fewer": 0
    }  # fmt: skip
    assert "from 1 to 6 on average (1 pair" in small("networks", "figures").out
    assert len(small("networks", "list", numbers["Sahra"], "--json").json) == 2
    small("networks", "remove", first["answer"])
    assert len(small("networks", "list", "--json").json) == 1
    assert small("networks", "due", "--json").json == []
