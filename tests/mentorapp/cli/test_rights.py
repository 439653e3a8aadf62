"""Lists on the command line say who sees people, to whoever sees none; figures stay."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from mentorapp.domain.accounts import Account, Role, Who
from mentorapp.operations import Database, accounts, offices
from tests.mentorapp.cli.running import Mentorctl
from tests.mentorapp.cli.test_protection_of_records import LISTS
from tests.mentorapp.operations.test_retention import ended

READER = Who("Rita", frozenset({Role.READER}))
SAID = "Only a coordinator sees people. Your account sees figures only."
#: Lists that name nobody; the last is the data protection officer's.
FIGURES = frozenset(
    {
        "placements figures", "places free", "introductions figures", "households childcare",
        "barriers figures", "interviews figures", "letter-texts list", "networks figures",
        "outcomes table", "outcomes days", "events figures", "driving figures",
        "contacts figures", "goals list", "surroundings list", "surroundings mirror",
        "series list", "reports list", "report waiting", "report organisation",
    }
)  # fmt: skip
ELSEWHERE = {
    "retention list": "Only a coordinator or a data protection officer",
    "audit show": "Only a data protection officer",
}


@pytest.fixture
def come_in(small: Mentorctl, monkeypatch: pytest.MonkeyPatch) -> Callable[[Who], Mentorctl]:
    """Somebody at the command line of an office with accounts."""
    opening = offices.open_office

    def as_one(who: Who) -> Mentorctl:
        def opened(*args: Any, **options: Any) -> Database:
            made = opening(*args, **options)
            made.who = who
            return made

        monkeypatch.setattr(offices, "open_office", opened)
        return small

    return as_one


def test_an_officer_is_told_how_much_is_due_of_each_kind_and_nobody_s_name(
    small: Mentorctl, come_in: Callable[[Who], Mentorctl]
) -> None:
    database = offices.open_office(small.office)
    with database.write("mona") as tx:
        ended(tx)
    database.close()
    officer = come_in(Who("Dag", frozenset({Role.PROTECTION_OFFICER})))

    ran = officer("retention", "list")
    assert ran.code == 0
    assert "Only a coordinator sees people." in ran.err
    said = "Without names: Certificate and declaration of a mentor who has left: 1 due."
    assert ran.out.splitlines() == [said]
    (of_many,) = json.loads(officer("retention", "list", "--json").out)
    assert (of_many["kind"], of_many["standing"], of_many["many"]) == ("clearances", "due", 1)
    assert of_many["number"] is None
    assert of_many["names"] == []


def test_where_nobody_may_read_the_log_it_is_told_who_lets_somebody_do_it(
    small: Mentorctl, come_in: Callable[[Who], Mentorctl]
) -> None:
    where = "No account has this role: an administrator gives it to somebody in Settings, Security."
    mona = Who("Mona", frozenset({Role.COORDINATOR, Role.ADMINISTRATOR}))
    as_mona = come_in(mona)

    as_mona("audit", "show").refused(where)

    database = offices.open_office(small.office)
    with database.write("mona") as tx:
        accounts.add(tx, Account(name="Mona", roles=mona.roles))
        accounts.add(tx, Account(name="Per", roles=frozenset({Role.PROTECTION_OFFICER})))
    database.close()
    assert where not in as_mona("audit", "show").err


def test_every_list_of_people_says_who_sees_them_in_place_of_being_empty(
    come_in: Callable[[Who], Mentorctl],
) -> None:
    as_reader = come_in(READER)
    for command in LISTS:
        words = [*command.split(), *(["--json"] if command.startswith("report ") else [])]
        ran = as_reader(*words)
        if ran.code == 2:  # figures of a period
            ran = as_reader(*words, "--from", "2026-01-01", "--to", "2026-11-23")
        if command in FIGURES:
            assert ran.code == 0, (command, ran)
        else:
            ran.refused(ELSEWHERE.get(command, SAID))
