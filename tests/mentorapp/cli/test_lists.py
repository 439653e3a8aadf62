"""``lists``: from one office to the next and back, with nothing but the command line."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from mentorapp.domain.waiting_lists import OfficeKey
from mentorapp.operations import offices
from mentorapp.storage import records
from tests.mentorapp.cli.running import Mentorctl
from tests.mentorapp.operations.two_offices import a_free_mentor, a_waiting


@pytest.fixture
def ours(tmp_path: Path) -> Mentorctl:
    return an_office(tmp_path / "ours.db", "Fjordvik")


@pytest.fixture
def theirs(tmp_path: Path) -> Mentorctl:
    return an_office(tmp_path / "theirs.db", "Sundnes")


def an_office(path: Path, name: str) -> Mentorctl:
    database = offices.open_office(path)
    with database.write("mona") as tx:
        offices.save(tx, replace(offices.read(tx), name=name))
        a_waiting(tx, "Sahra Guled")
        a_waiting(tx, "Khaled Fares")
        a_free_mentor(tx, "Marit Bekkelund", capacity=1)
    database.close()
    return Mentorctl(path)


def key_of(office: Mentorctl) -> dict[str, str]:
    found: dict[str, str] = office("lists", "key", "--json").json
    return found


def trusting(one: Mentorctl, other: Mentorctl, name: str) -> None:
    key = key_of(other)
    words = ("--key", key["public_key"], "--fingerprint", key["fingerprint"], "--name", name)
    assert one("lists", "trust", *words).lines == [f"Files of {name} are trusted now."]


def test_a_list_goes_there_and_its_answer_comes_back(
    ours: Mentorctl, theirs: Mentorctl, tmp_path: Path
) -> None:
    trusting(ours, theirs, "Sundnes")
    trusting(theirs, ours, "Fjordvik")
    looked = ours("lists", "preview", "--json").json
    assert len(looked["lines"]) == 2
    assert ours("lists", "preview").lines[0] == "2 lines leave the office."
    sent = ours("lists", "send", "--to", "sundnes", "--out", tmp_path / "out", "--json").json

    seen = theirs("lists", "read", sent["file"], "--dry-run", "--json").json
    assert (seen["trusted"], seen["against"], len(seen["contents"])) == (True, "", 2)
    read = theirs("lists", "read", sent["file"], "--json").json
    assert read["lines"] == 2
    theirs("lists", "read", sent["file"]).refused("read already")
    found = theirs("lists", "match", read["list"], "--json").json
    assert len(found["suggestions"]) == 1
    assert any("free mentor" in line for line in theirs("lists", "match", read["list"]).lines)
    line, mentor = found["suggestions"][0]["line"], found["suggestions"][0]["mentor"]
    assert theirs("lists", "offer", read["list"], line, mentor).code == 0
    assert theirs("lists", "withdraw", read["list"], line).code == 0
    assert theirs("lists", "match", read["list"], "--offer-all", "--json").json["offered"] == 1
    answer = theirs("lists", "answer", read["list"], "--out", tmp_path / "out", "--json").json

    seen = ours("lists", "read-answer", answer["file"], "--dry-run", "--json").json
    assert [one["gender"] for one in seen["contents"]] == ["woman"]
    assert ours("lists", "read-answer", answer["file"], "--json").json["offers"] == 1
    ours("lists", "read-answer", answer["file"]).refused("answered on")
    assert ours("lists", "decide", sent["list"], line, "accept", "--note", "Called").code == 0
    rows = ours("lists", "show", sent["list"], "--json").json
    assert sorted(row["state"] for row in rows) == ["accepted", "open"]
    assert any("accepted" in said for said in ours("lists", "show", sent["list"]).lines)
    assert ours("lists", "decide", sent["list"], line, "undo").code == 0
    (row,) = ours("lists", "list", "--json").json
    assert (row["neighbour"], row["lines"], row["offered"]) == ("Sundnes", 2, 1)
    assert len(ours("lists", "list").lines) == 3


def test_a_file_of_a_stranger_is_refused_with_the_way_to_trust_him(
    ours: Mentorctl, theirs: Mentorctl, tmp_path: Path
) -> None:
    sent = ours("lists", "send", "--out", tmp_path, "--json").json
    shown = key_of(ours)["fingerprint"]

    theirs("lists", "read", sent["file"]).refused("Fjordvik", shown, "Neighbours")
    wrong = ("--file", sent["file"], "--name", "Fjordvik", "--fingerprint")
    theirs("lists", "trust", *wrong, "11111").refused(shown)
    assert theirs("lists", "trust", *wrong, shown.replace(" ", "")).code == 0
    assert theirs("lists", "neighbours", "--json").json[0]["fingerprint"] == shown
    assert shown in theirs("lists", "neighbours").lines[2]
    assert theirs("lists", "read", sent["file"]).code == 0
    assert theirs("lists", "distrust", "Fjordvik").code == 0
    assert theirs("lists", "neighbours", "--json").json == []


def test_a_changed_file_is_refused_and_nothing_is_kept(
    ours: Mentorctl, theirs: Mentorctl, tmp_path: Path
) -> None:
    sent = Path(ours("lists", "send", "--out", tmp_path, "--json").json["file"])
    told = json.loads(sent.read_bytes())
    told["content"]["lines"].pop()
    sent.write_text(json.dumps(told), encoding="utf-8")

    theirs("lists", "read", sent).refused("changed after it was signed")
    assert theirs("lists", "list", "--json").json == []


def test_the_private_key_is_told_nowhere(ours: Mentorctl, tmp_path: Path) -> None:
    shown = ours("lists", "key").out + ours("lists", "key", "--json").out
    sent = Path(ours("lists", "send", "--out", tmp_path, "--json").json["file"]).read_text()
    database = offices.open_office(ours.office)
    with database.read() as tx:
        (key,) = records.find(tx, OfficeKey)
    database.close()

    assert key.private_key not in shown + sent
    assert key.public_key in shown
