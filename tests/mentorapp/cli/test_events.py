"""``events``: registered, guests invited, answers and attendance noted."""

import pytest

from tests.mentorapp.cli.running import Mentorctl


@pytest.fixture
def evening(small: Mentorctl) -> int:
    """The number of an event three days ago for two guests."""
    made = small("events", "add", "Temakveld", "--starts", "2026-11-20T18:00",
                 "--ends", "2026-11-20T20:00", "--seats", "2", "--place", "Biblioteket",
                 "--json")  # fmt: skip
    return int(made.json["event"])


def test_an_event_is_registered_changed_cancelled_and_deleted(
    small: Mentorctl, evening: int
) -> None:
    changed = small("events", "change", evening, "--starts", "2026-12-01T17:30",
                    "--kind", "network_meeting", "--seats", "0", "--childcare", "yes",
                    "--json").json  # fmt: skip
    assert (changed["starts_at"], changed["ends_at"]) == ("2026-12-01T17:30", "2026-12-01T19:30")
    assert (changed["kind"], changed["seats"], changed["childcare"]) == (
        "network_meeting", None, True,
    )  # fmt: skip
    assert small("events", "cancel", evening, "--json").json["cancelled_on"] == "2026-11-23"
    assert "cancelled" in small("events", "list").lines[-1]
    small("events", "invite", evening, "--everybody").refused("cancelled")
    assert small("events", "cancel", evening, "--undo", "--json").json["cancelled_on"] is None
    small("events", "delete", evening)
    assert small("events", "list", "--json").json == []
    small("events", "show", evening).refused("no event")


def test_a_filter_is_tried_before_anybody_is_invited(small: Mentorctl, evening: int) -> None:
    asked = ("events", "invite", evening, "--role", "newcomer", "--interest", "fiske")
    tried = small(*asked, "--dry-run", "--json").json
    assert [one["name"] for one in tried["would_be_invited"]] == ["Ana Nopair", "Sahra Guled"]
    assert "2 people would be invited." in small(*asked, "--dry-run").lines[0]
    assert small("events", "show", evening, "--json").json["guests"] == []
    assert small(*asked, "--json").json["counts"]["invited"] == 2
    small(*asked).refused("Nobody new")
    small(*asked, "--speaks", "klingon").refused("Languages", "klingon")
    small("events", "invite", evening, "--scheme", "nothing").refused("scheme")
    assert small("events", "invite", evening).code == 2


def test_answers_and_attendance_are_noted_by_number_and_by_handle(
    small: Mentorctl, numbers: dict[str, int], evening: int
) -> None:
    invited = small("events", "invite", evening, "--person", numbers["Sahra"],
                    "--person", numbers["Khaled"], "--guest", "Nils Vik", "--service", "NAV",
                    "--json").json  # fmt: skip
    nils = next(one["guest"] for one in invited["guests"] if one["name"] == "Nils Vik")
    for guest in (numbers["Sahra"], numbers["Khaled"], nils):
        told = small("events", "answer", evening, guest, "yes", "--json").json
    assert (told["counts"]["yes"], told["counts"]["over"]) == (3, 1)
    assert "too many" in small("events", "show", evening).out
    small("events", "attendance", evening, numbers["Khaled"], "excused")
    there = small("events", "attendance", evening, "--all-yes", "--json").json
    assert (there["counts"]["present"], len(there["guests"])) == (2, 2)
    assert small("events", "attendance", evening).code == 2
    assert small("events", "attendance", evening, nils).code == 2
    small("events", "answer", evening, "12345", "yes").refused("mistyped")
    small("events", "uninvite", evening, nils).refused("present")
    small("events", "attendance", evening, nils, "not_noted")
    assert small("events", "uninvite", evening, nils, "--json").json["counts"]["invited"] == 2
    figures = small("events", "figures", "--json").json
    assert (figures["persons"], figures["visits"]) == (1, 1)
    assert figures["present_of_yes"] == {"part": 1, "base": 2, "percent": 50}


def test_what_services_learn_and_talk_about_has_a_list_of_its_own(
    small: Mentorctl, evening: int
) -> None:
    course = small("events", "add", "Kurs for NAV", "--starts", "2026-11-18T09:00",
                   "--kind", "staff_course", "--json").json["event"]  # fmt: skip
    small("events", "invite", course, "--guest", "Nils Vik", "--service", "NAV")
    assert [one["event"] for one in small("events", "list", "--staff", "--json").json] == [course]
    listed = small("events", "list", "--past", "--json").json
    assert [one["event"] for one in listed] == [evening, course]
    assert small("events", "list", "--upcoming", "--json").json == []
    guest = small("events", "show", course, "--json").json["guests"][0]["guest"]
    small("events", "attendance", course, guest, "present")
    services = small("events", "figures", "--json").json["services"]
    assert services == [{"service": "NAV", "courses": 1, "contacts": 0, "visits": 1}]
    assert "NAV: 1 courses, 0 talks, 1 visits" in small("events", "figures").out


def test_a_time_without_a_clock_is_wrong_usage(small: Mentorctl) -> None:
    for text in ("2026-11-20", "tomorrow", "2026-11-20T18:00+01:00"):
        assert small("events", "add", "Temakveld", "--starts", text).code == 2
