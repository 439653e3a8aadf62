"""``absences``: who stands in for whom."""

from tests.mentorapp.cli.running import Mentorctl


def test_an_absence_is_noted_changed_ended_and_removed(small: Mentorctl) -> None:
    noted = small("absences", "add", "Mona", "Jon", "--to", "2026-12-04", "--json").json
    assert (noted["from"], noted["to"]) == ("2026-11-23", "2026-12-04")
    assert "23 Nov 2026 – 4 Dec 2026" in small("absences", "list").out
    changed = small(
        "absences", "change", noted["absence"], "--stand-in", "Åse", "--from", "2026-11-20"
    )
    assert "Åse stands in for Mona." in changed.out
    assert "Mona is back." in small("absences", "end", noted["absence"]).out
    (ended,) = small("absences", "list", "--json").json
    assert (ended["stand_in"], ended["to"]) == ("Åse", "2026-11-22")
    small("absences", "remove", noted["absence"])
    assert small("absences", "list", "--json").json == []


def test_nobody_stands_in_for_himself(small: Mentorctl) -> None:
    said = small("absences", "add", "Mona", "Mona").refused("Stand-in")
    assert "the person himself or herself" in said
