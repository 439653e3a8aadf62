"""``deleted``: what went in the last thirty days."""

from datetime import UTC, datetime, timedelta

from mentorapp.operations import people
from mentorapp.operations.offices import open_office
from tests.mentorapp.cli.running import Mentorctl
from tests.mentorapp.operations.registering import newcomer, register


def delete(office: Mentorctl, name: str, days: int = 0) -> None:
    """Register somebody and delete him, so many days ago."""
    database, at = open_office(office.office), datetime.now(UTC) - timedelta(days=days)
    with database.write("mona", at) as tx:
        person = register(tx, newcomer(name))
    with database.write("mona", at) as tx:
        people.delete(tx, person)
    database.close()


def names(office: Mentorctl) -> list[str]:
    return [row["names"][0] for row in office("deleted", "list", "--json").json]


def test_somebody_deleted_is_listed_and_comes_back(empty: Mentorctl) -> None:
    delete(empty, "Sahra Guled")

    (line,) = empty("deleted", "list", "--json").json
    assert (line["kind"], line["by"], line["how"]) == ("person", "mona", "deleted")
    assert "Sahra Guled" in empty("deleted", "list").out
    assert empty("deleted", "restore", line["deleted"]).lines == ["Brought back: person."]
    assert names(empty) == []
    assert [one["name"] for one in empty("people", "--json").json] == ["Sahra Guled"]
    empty("deleted", "restore", line["deleted"]).refused("line in Deleted", line["deleted"])


def test_purging_removes_what_is_too_old_or_what_is_named_or_all(empty: Mentorctl) -> None:
    delete(empty, "Sahra Guled", days=31)
    for name in ("Ali Hassan", "Ana Ruiz", "Bo Lind"):
        delete(empty, name)

    assert "removed for good" in empty("deleted", "purge").out
    assert names(empty) == ["Bo Lind", "Ana Ruiz", "Ali Hassan"]
    line = empty("deleted", "list", "--json").json[0]["deleted"]
    assert empty("deleted", "purge", line).lines == ["Removed for good: person."]
    assert names(empty) == ["Ana Ruiz", "Ali Hassan"]
    assert empty("deleted", "purge", "--all", "--json").json["records"] > 3
    assert names(empty) == []
