from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from mentorapp.domain.contact_details import Share
from mentorapp.domain.errors import NothingToPrint
from mentorapp.domain.languages import LetterLanguage
from mentorapp.domain.letter_errors import ProtectedSince
from mentorapp.domain.letters import DUE_FOR_PAIRING, LetterKind
from mentorapp.domain.protection import Protection
from mentorapp.operations import Database, letters, offices, pairing, pairings, people
from mentorapp.operations import Transaction as Tx
from mentorapp.storage import stored_files
from tests.factories import TODAY, an_office
from tests.mentorapp.operations.registering import (
    buddy,
    end_early,
    mentor,
    newcomer,
    pair,
    protect,
    register,
    write_pairing_letters_alone,
)


@pytest.fixture(autouse=True)
def _pairing_letters_alone(database: Database) -> None:
    with database.write("mona") as tx:
        write_pairing_letters_alone(tx)


def words_of(pdf: bytes) -> str:
    reader = PdfReader(BytesIO(pdf))
    return " ".join("\n".join(page.extract_text() for page in reader.pages).split())


def pair_of(tx: Tx, first: people.Registration, other: people.Registration) -> None:
    one = people.save(tx, first, TODAY).mentor
    two = people.save(tx, other, TODAY).newcomer
    assert one is not None
    assert two is not None
    pairing.pair_by_hand(tx, buddy(tx), one.id, two.id, TODAY, "Mona Elvestrand")


def test_a_new_pairing_owes_a_letter_to_either_half_until_they_are_issued(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        made = pair(tx)
        due = letters.due(tx, TODAY)
        assert [(one.kind, one.receiver, one.number) for one in due] == [
            (LetterKind.PAIRING_MENTOR, "Marit Bekkelund", made.number),
            (LetterKind.PAIRING_NEWCOMER, "Sahra Guled", made.number),
        ]
        assert {one.due_since for one in due} == {TODAY}
        kept = letters.record(tx, letters.render(tx, due[:1], TODAY))
        assert [one.kind for one in letters.due(tx, TODAY)] == [LetterKind.PAIRING_NEWCOMER]
        (issued,) = letters.issued(tx)
        assert (issued.receiver, issued.letter.issued_by) == ("Marit Bekkelund", "mona")
        assert "Sahra" in issued.letter.text
        letters.unrecord(tx, kept)
        assert len(letters.due(tx, TODAY)) == 2
        assert letters.issued(tx) == []


def test_a_pairings_letters_are_there_again_when_asked_for(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx)
        letters.record(tx, letters.render(tx, letters.due(tx, TODAY), TODAY))
        assert len(letters.for_pairing(tx, made.id)) == 2
        assert len(pairings.read(tx, made.id, TODAY).letters) == 2


def test_an_ended_pairing_owes_no_letter(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx)
        end_early(tx, made.id, TODAY, TODAY)
        assert letters.due(tx, TODAY) == []


def test_without_letters_nothing_is_printed(database: Database) -> None:
    with database.read() as tx, pytest.raises(NothingToPrint):
        letters.prepare(tx, [], TODAY)


def test_each_half_reads_his_own_language_and_what_the_other_shares(database: Database) -> None:
    with database.write("mona") as tx:
        old = offices.read(tx)
        offices.save(tx, an_office(id=old.id, version=old.version, letters_off=old.letters_off))
        pair_of(
            tx,
            mentor(
                phone="91827364", email="marit@x.example", address="Storgata 5",
                shares=frozenset({Share.PHONE}), letter_language=LetterLanguage.NB,
            ),
            newcomer(phone="40000077", address="Markørveien 7", letter_language=LetterLanguage.EN),
        )  # fmt: skip
        due = letters.due(tx, TODAY)
        to_mentor = words_of(letters.render(tx, due[:1], TODAY).pdf)
        made = letters.render(tx, due[1:], TODAY)
        to_newcomer = words_of(made.pdf)
    assert made.languages == ("en",)
    assert "+47 91 82 73 64" in to_newcomer
    assert "marit@x.example" not in to_newcomer
    assert "40000077" not in to_mentor.replace(" ", "")
    assert "Storgata 5" in to_mentor
    assert "Markørveien" not in to_mentor
    assert "Fjordvik frivilligsentral" in to_mentor


def test_a_protected_halfs_letter_bears_no_address_and_says_it_is_handed_over(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        hidden = newcomer(
            protection=Protection.CONFIDENTIAL, address="Markørveien 7", phone="40000077",
            postal_code="8624", shares=frozenset({Share.PHONE}),
        )  # fmt: skip
        pair_of(tx, mentor(address="Storgata 5"), hidden)
        due = letters.due(tx, TODAY)
        assert [one.in_person for one in due] == [False, True]
        made = letters.render(tx, due, TODAY)
        letters.record(tx, made)
        said = words_of(made.pdf) + "".join(made.texts) + made.file_name
        said += "".join(one.letter.text for one in letters.issued(tx))
    for marker in ("Markørveien", "8624", "40 00 00 77", "40000077", "UTSKARPEN"):
        assert marker not in said


def test_a_file_of_letters_is_named_after_the_day_and_the_pairings_alone(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        first, second = pair(tx), pair(tx)
        name = letters.render(tx, letters.due(tx, TODAY), TODAY).file_name
        assert name == f"letters-20261123-{first.number}-{second.number}.pdf"


def test_text_that_looks_like_markup_is_printed_as_it_is(database: Database) -> None:
    with database.write("mona") as tx:
        pair_of(tx, mentor("<b>Marit</b> &Co"), newcomer("=cmd() <i>"))
        made = letters.render(tx, letters.due(tx, TODAY), TODAY)
        register(tx, mentor("Other One"))
    assert "<b>Marit</b>" in words_of(made.pdf)
    assert "=cmd()" in words_of(made.pdf)


def test_what_a_letter_said_is_not_shown_when_somebody_was_protected_since(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        made = pair(tx)
        letters.record(tx, letters.render(tx, letters.due(tx, TODAY), TODAY))
        row = pairings.row(tx, made.id, TODAY)
        held = people.read(tx, row.newcomer_person_id, TODAY).registration
        person = replace(held.person, protection=Protection.CONFIDENTIAL)
        people.save(tx, replace(held, person=person), TODAY)

        assert {one.letter.text for one in letters.issued(tx)} == {""}
        assert {one.text for one in pairings.read(tx, made.id, TODAY).letters} == {""}


def test_a_letter_is_printed_again_byte_by_byte(database: Database) -> None:
    with database.write("mona") as tx:
        pair(tx)
        made = letters.render(tx, letters.due(tx, TODAY), TODAY)
        first, second = letters.record(tx, made)

        assert letters.as_printed(tx, first.id) == made.files[0]
        assert letters.as_printed(tx, second.id) == made.files[1]
        assert (first.batch, second.batch) == (1, 1)
        assert all(row.is_kept for row in letters.issued(tx))


def test_a_letter_is_not_printed_again_once_somebody_in_it_is_protected(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        made = pair(tx)
        to_mentor, _to_newcomer = letters.record(
            tx, letters.render(tx, letters.due(tx, TODAY), TODAY)
        )
        row = pairings.row(tx, made.id, TODAY)
        held = people.read(tx, row.newcomer_person_id, TODAY).registration
        person = replace(held.person, protection=Protection.CONFIDENTIAL)
        people.save(tx, replace(held, person=person), TODAY)

        with pytest.raises(ProtectedSince):
            letters.as_printed(tx, to_mentor.id)
        assert not any(row.is_kept for row in letters.issued(tx))
        # What is printed from now on tells no place, and may be printed again.
        anew = letters.again(tx, to_mentor, TODAY)
        (second,) = letters.record(tx, letters.render(tx, anew, TODAY))
        assert letters.as_printed(tx, second.id).startswith(b"%PDF")


def test_a_letter_is_not_printed_again_where_both_of_a_pair_are_protected(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        made = pair(tx)
        row = pairings.row(tx, made.id, TODAY)
        one, other = (row.mentor_person_id, row.newcomer_person_id)
        protect(tx, one, Protection.CONFIDENTIAL)
        sent = letters.record(
            tx, letters.render(tx, letters.for_pairing(tx, made.id, DUE_FOR_PAIRING), TODAY)
        )
        assert all(letters.as_printed(tx, letter.id) for letter in sent)
        protect(tx, other, Protection.CONFIDENTIAL)

        for letter in sent:  # the newcomer's has the address
            with pytest.raises(ProtectedSince):
                letters.as_printed(tx, letter.id)


def test_a_letter_that_the_printer_spoilt_is_due_again_and_stays_on_record(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        pair(tx)
        first, _second = letters.record(tx, letters.render(tx, letters.due(tx, TODAY), TODAY))

        letters.mark_failed(tx, [first.id], TODAY)

        (due,) = letters.due(tx, TODAY)
        assert due.kind is LetterKind.PAIRING_MENTOR
        assert [row.letter.failed_on for row in letters.issued(tx) if row.letter.failed_on] == [
            TODAY
        ]


def test_a_letter_that_is_due_again_leaves_no_page_behind(database: Database) -> None:
    with database.write("mona") as tx:
        pair(tx)
        kept = letters.record(tx, letters.render(tx, letters.due(tx, TODAY), TODAY))
        letters.unrecord(tx, kept)

        assert stored_files.which(tx, {one.id for one in kept}) == set()


def test_kinds_that_the_office_never_sends_are_not_due(database: Database) -> None:
    with database.write("mona") as tx:
        pair(tx)
        office = offices.read(tx)
        offices.save(tx, replace(office, letters_off=office.letters_off | {"pairing_mentor"}))

        assert [one.kind for one in letters.due(tx, TODAY)] == [LetterKind.PAIRING_NEWCOMER]
