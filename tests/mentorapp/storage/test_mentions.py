"""What is erased is left out where it stands by itself, and in nobody else's name."""

import base64
from datetime import UTC, datetime

import pytest
from sqlalchemy import insert, select

from mentorapp.domain.people import Person
from mentorapp.domain.unfinished_forms import FormKind, UnfinishedForm
from mentorapp.storage import mentions, records
from mentorapp.storage.database import Database
from mentorapp.storage.tables import seals_table
from tests.factories import a_person, contact_details

GONE = ("Kari Berg", "+47 412 34 567")


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("Kom med Kari Berg.", "Kom med …."),
        ("Kari Bergs mor, Kari Berg-saken", "…s mor, …-saken"),
        ("Ring +47 412 34 567", "Ring …"),
        ("Kari Berge og Kari Bergås", "Kari Berge og Kari Bergås"),
        ("Kari Berg-Olsen, Anne-Kari Berg", "Kari Berg-Olsen, Anne-Kari Berg"),
        ("Okari Berg, ÅKari Berg", "Okari Berg, ÅKari Berg"),
        ("Ring +47 412 34 5678", "Ring +47 412 34 5678"),
        ("Kari Berge kjenner Kari Berg", "Kari Berge kjenner …"),
    ],
)
def test_whole_words_go_and_what_only_begins_alike_stays(
    database: Database, written: str, left: str
) -> None:
    with database.write("mona") as tx:
        ana = records.add(tx, a_person(notes=written))
        named = set(mentions.written_in(tx, GONE).get("people", ()))
        mentions.leave_out(tx, GONE)
        assert records.get(tx, Person, ana.id).notes == left
        assert named == ({ana.id} if written != left else set())
        assert mentions.count(tx, GONE)[0] == 0


def test_of_several_texts_in_one_field_each_is_read_as_it_is_written(database: Database) -> None:
    gone = ("Åse Ås",)
    contents = {"a": "Linje\nÅse Ås", "b": "Åse Åsen", "c": "Åse Åsås"}
    with database.write("mona") as tx:
        form = records.add(
            tx, UnfinishedForm(form=FormKind.MENTOR, contents=contents, kept_at=datetime.now(UTC))
        )
        assert mentions.count(tx, gone)[0] == 1
        mentions.leave_out(tx, gone)
        assert records.get(tx, UnfinishedForm, form.id).contents == {**contents, "a": "Linje\n…"}
        assert mentions.count(tx, gone)[0] == 0


def test_what_is_sealed_is_not_touched(database: Database) -> None:
    sealed = "abc+Quist+" + base64.b64encode(b"x").decode()
    with database.write("mona") as tx:
        ana = records.add(tx, a_person())
        home = records.add(tx, contact_details(person_id=ana.id))
        tx.connection.execute(insert(seals_table).values(id=home.id, sealed=sealed))
        mentions.leave_out(tx, ["Quist"])
        assert tx.connection.scalar(select(seals_table.c.sealed)) == sealed
        assert mentions.count(tx, ["Quist"])[0] == 0
