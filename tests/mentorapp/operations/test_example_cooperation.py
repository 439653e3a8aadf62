"""The example office has a neighbour, a list with offers, and files to be read."""

import json

from mentorapp.domain.people import Person
from mentorapp.domain.waiting_lists import EntryState, ListDirection
from mentorapp.operations import comparisons, list_rows, neighbours, offices, received_lists
from mentorapp.storage import records
from tests.mentorapp.conftest import DemoRan


def test_its_files_can_be_read_in_and_its_list_of_theirs_has_offers(demo: DemoRan) -> None:
    files = demo.folder / "files"
    database = offices.open_office(demo.office)
    try:
        with database.read() as tx:
            assert [one.municipality for one in neighbours.all_neighbours(tx)] == [
                "Sundnes kommune"
            ]
            rows = {row.direction: row for row in list_rows.rows(tx)}
            for name in ("venteliste-sundnes-2.json", "svar-fra-sundnes.json"):
                assert received_lists.look(tx, (files / name).read_bytes()).against is None
            quarters = [
                comparisons.read(tx, file.read_bytes()) for file in sorted(files.glob("tall-*"))
            ]
    finally:
        database.close()

    assert rows[ListDirection.THEIRS].counts[EntryState.OFFERED] == 2
    assert rows[ListDirection.OURS].lines >= 5
    assert [one.known for one in quarters] == [True, False, True]


def test_no_person_of_the_example_is_named_in_its_files(demo: DemoRan) -> None:
    database = offices.open_office(demo.office)
    try:
        with database.read() as tx:
            people = records.find(tx, Person)
    finally:
        database.close()
    texts = [
        json.dumps(json.loads(file.read_bytes())["content"], ensure_ascii=False)
        for file in (demo.folder / "files").glob("*.json")
    ]

    assert len(texts) == 7
    named = [
        one.name for one in people for text in texts if one.name in text or str(one.id) in text
    ]
    assert named == []
