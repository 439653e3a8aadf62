import pytest

from mentorapp.domain.letter_errors import TextNotRight
from mentorapp.domain.letters import LetterKind, Reader
from mentorapp.operations import Database, letters, own_texts
from mentorapp.words import Words
from tests.factories import TODAY
from tests.mentorapp.operations.registering import pair

MENTOR = LetterKind.PAIRING_MENTOR
OWN = "# Hei, {mentor_first_name}\n\nVelkommen.\n"


def said(text: str) -> list[str]:
    return [sentence for _line, sentence in own_texts.faults(Words("en"), MENTOR, text)]


def test_what_the_office_wrote_is_printed_and_the_shipped_text_can_be_had_back(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        made = pair(tx)
        own_texts.save(tx, MENTOR, "nb", OWN)
        mine = letters.for_pairing(tx, made.id, [MENTOR])
        assert "Hei, Marit\nVelkommen." in letters.render(tx, mine, TODAY).texts[0]

        own_texts.use_shipped(tx, MENTOR, "nb")
        assert "Du skal møte Sahra" in letters.render(tx, mine, TODAY).texts[0]
        assert [one.text for one in own_texts.versions(tx, MENTOR, "nb", "standard")] == ["", OWN]


def test_a_text_that_is_the_shipped_one_again_is_no_text_of_the_office(database: Database) -> None:
    with database.write("mona") as tx:
        own_texts.save(tx, MENTOR, "nb", OWN)
        own_texts.save(tx, MENTOR, "nb", own_texts.shipped_text(MENTOR, "nb", "standard"))

        (row,) = [one for one in own_texts.rows(tx) if one.id == (MENTOR, "nb", "standard")]
        assert (row.own, row.versions) == (None, 2)


def test_a_text_with_a_fault_is_refused_whole(database: Database) -> None:
    with database.write("mona") as tx:
        with pytest.raises(TextNotRight):
            own_texts.save(tx, MENTOR, "nb", "# Hei, {newcomer_name}")
        assert own_texts.versions(tx, MENTOR, "nb", "standard") == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "# A\n\nHei {the mentor's first nam}",
            (
                "Line 3: There is no field called “the mentor's first nam” in this letter. "
                "Perhaps “the mentor's first name” is meant."
            ),
        ),
        ("# A\n[if wages]\nx\n[end]", "Line 2: There is no field called “wages” in this letter."),
        ("# A\n[if contact]\nx", "Line 2: The condition that begins here has no end."),
        (
            "# A\n[if contact]\n[if area]\nx\n[end]",
            "Line 3: A condition begins before the one above has ended.",
        ),
        ("# A\n[end]", "Line 2: A condition ends here that has not begun."),
        ("# A\n[maybe]", "Line 2: “[maybe]” is no condition that can be read."),
        (
            "# A\nCall {contact} now",
            (
                "Line 2: “phone and e-mail of the other” has several values: let it stand alone "
                "on its line, after a dash."
            ),
        ),
        ("# A\n{office", "Line 2: A brace stands alone. A field is written {like this}."),
        ("# A\n+ more", "Line 2: A line with + goes on in a paragraph, and there is none before."),
        ("Hei", "The letter has no subject: begin with a line like “# Subject”."),
    ],
)
def test_every_fault_is_a_sentence_at_its_line(text: str, sentence: str) -> None:
    assert said(text) == [sentence]


def test_every_text_that_ships_is_without_fault(database: Database) -> None:
    with database.read() as tx:
        rows = own_texts.rows(tx)
    assert rows
    for row in rows:
        text = own_texts.shipped_text(row.kind, row.language, row.letter_set)
        assert own_texts.faults(Words("en"), row.kind, text) == [], row.id


def test_an_example_is_a_letter_of_the_newest_pair_else_a_made_up_one(database: Database) -> None:
    with database.write("mona") as tx:
        before = own_texts.example(tx, MENTOR, "nb", OWN, TODAY)
        pair(tx)
        after = own_texts.example(tx, MENTOR, "nb", OWN, TODAY)
    assert "Hei, Kari" in letters.make(before).texts[0]
    assert "Hei, Marit" in letters.make(after).texts[0]


@pytest.mark.parametrize("kind", [LetterKind.START_MEETING, LetterKind.REGISTRATION])
def test_a_kind_for_both_halves_has_an_example_for_each(
    database: Database, kind: LetterKind
) -> None:
    def to(reader: Reader) -> str:
        with database.read() as tx:
            made = own_texts.example(tx, kind, "en", "Dear {first_name}", TODAY, reader)
        assert made.letters[0].reader is reader
        return letters.make(made).texts[0]

    assert "Dear Kari" in to(Reader.MENTOR)
    assert "Dear Amina" in to(Reader.NEWCOMER)
    with database.write("mona") as tx:
        pair(tx)
    assert "Dear Marit" in to(Reader.MENTOR)
    assert "Dear Sahra" in to(Reader.NEWCOMER)


def test_the_fields_of_a_kind_are_made_once() -> None:
    assert own_texts.fields_of(MENTOR) is own_texts.fields_of(MENTOR)
