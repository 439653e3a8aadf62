from uuid import UUID

import pypdfium2 as pdfium
import pytest

from mentorapp.domain.protection import Protection
from mentorapp.operations import Database, Transaction, offices, pairing
from mentorapp.operations.explained_paper import explained_paper
from mentorapp.operations.explaining import Solved, apply_lock
from mentorapp.words import Words
from tests.factories import TODAY, slots, spoken
from tests.mentorapp.operations.registering import buddy, mentor_id, newcomer_id

NO_ADDRESS = {"postal_code": "", "address": "", "phone": "", "email": ""}


def solve(tx: Transaction) -> Solved:
    """The buddy scheme of this office, solved."""
    gathered = pairing.gather(tx, buddy(tx), TODAY)
    return Solved(gathered, pairing.solve(gathered))


def page(
    tx: Transaction, solved: Solved, newcomer: UUID, mentor: UUID | None, language: str = "en"
) -> str:
    """The text of the paper, which is one page."""
    pdf = explained_paper(solved, newcomer, offices.read(tx), Words(language), TODAY, mentor)
    (only,) = pdfium.PdfDocument(pdf)
    return " ".join(only.get_textpage().get_text_bounded().split())


def test_a_pair_is_explained_by_what_counts_and_by_the_whole(database: Database) -> None:
    with database.write("mona") as tx:
        kari = mentor_id(tx, name="Kari Åsnes")
        mentor_id(tx, name="Liv Berg", interests=frozenset())
        sahra = newcomer_id(tx, name="Sahra Guled")
        solved = solve(tx)
        said = page(tx, solved, sahra, kari)
        assert said == page(tx, solved, sahra, None)
        assert "Hvorfor disse to" in page(tx, solved, sahra, kari, "nb")
    for expected in (
        "Why these two",
        "Kari Åsnes (",
        "and Sahra Guled (",
        "fits better in all. This is proven.",
        "Shared interests high",
        "Both like fishing and hiking",
        "Waiting time low",
        "Together",
        "Liv Berg (",
    ):
        assert expected in said
    assert "Were they not to be a pair: " in said


def test_a_fixed_pair_is_said_to_be_fixed(database: Database) -> None:
    with database.write("mona") as tx:
        kari, sahra = mentor_id(tx), newcomer_id(tx)
        solved = solve(tx)
        apply_lock(solved, sahra, kari)
        assert "The office has fixed this pair" in page(tx, solved, sahra, kari)


def test_two_who_are_no_pair_are_told_what_making_them_one_would_do(database: Database) -> None:
    with database.write("mona") as tx:
        mentor_id(tx, name="Kari Åsnes")
        liv = mentor_id(tx, name="Liv Berg", interests=frozenset())
        far = mentor_id(tx, name="Per Vik", postal_code="0150", max_distance_km=5)
        sahra = newcomer_id(tx)
        solved = solve(tx)
        other, impossible = page(tx, solved, sahra, liv), page(tx, solved, sahra, far)
    assert "Why not these two" in other
    assert "It would cost" in other
    assert "the present proposal" in other
    assert "They cannot be proposed: they live too far apart." in impossible
    assert "1 mentor: they live too far apart" in impossible


def test_others_who_all_cannot_be_the_mentor_come_closest(database: Database) -> None:
    with database.write("mona") as tx:
        kari = mentor_id(tx, name="Kari Åsnes")
        mentor_id(tx, name="Per Vik", postal_code="0150", max_distance_km=5)
        sahra = newcomer_id(tx)
        said = page(tx, solve(tx), sahra, kari)
    assert "Who comes closest" in said
    assert "Who else could be the mentor" not in said


def test_points_for_what_is_not_known_are_told_as_that(database: Database) -> None:
    with database.write("mona") as tx:
        kari = mentor_id(tx, postal_code="", availability=frozenset())
        sahra = newcomer_id(tx, availability=frozenset())
        said = page(tx, solve(tx), sahra, kari)
    assert "Not known how far: some points all the same" in said
    assert "Not known when both are free: some points all the same" in said


def test_who_has_nobody_is_told_why_and_what_would_help(database: Database) -> None:
    with database.write("mona") as tx:
        mentor_id(tx, name="Per Vik", postal_code="0150", max_distance_km=5)
        sahra = newcomer_id(tx, name="Sahra Guled")
        solved = solve(tx)
        said = page(tx, solved, sahra, None)
        assert "Hvorfor ingen ennå" in page(tx, solved, sahra, None, "nb")
    for expected in (
        "Why nobody yet",
        "Sahra Guled (",
        "Has waited 114 days.",
        "What stops the 1 mentor of this scheme",
        "1 they live too far apart",
        "What would help",
        "Per Vik (",
    ):
        assert expected in said


@pytest.mark.parametrize("protected", ["mentor", "newcomer"])
def test_no_place_is_told_of_protected_people(protected: str, database: Database) -> None:
    """Neither of a pair, nor of the other candidates, nor among what would help."""
    hidden = {"protection": Protection.CONFIDENTIAL}
    with database.write("mona") as tx:
        kari = mentor_id(tx, postal_code="8215", **(hidden if protected == "mentor" else {}))
        mentor_id(tx, postal_code="8215", interests=frozenset())
        sahra = newcomer_id(tx, postal_code="8200", **(hidden if protected == "newcomer" else {}))
        busy = newcomer_id(
            tx, languages=spoken("ti:A1"), availability=slots("friday-evening"), **hidden
        )
        solved = solve(tx)
        said, alone = page(tx, solved, sahra, kari), page(tx, solved, busy, None)
    assert "Distance medium" in said
    assert "Not looked at: a protected address" in said
    for text in (said, alone):
        for place in ("Fauske", "Valnesfjord", "same place", "district"):
            assert place not in text
    assert " km" not in alone
    if protected == "newcomer":
        assert " km" not in said


@pytest.mark.parametrize("language", ["en", "nb"])
def test_of_the_strictly_confidential_only_by_hand_is_said(
    language: str, database: Database
) -> None:
    with database.write("mona") as tx:
        kari = mentor_id(tx, name="Kari Åsnes")
        sahra = newcomer_id(tx, protection=Protection.STRICT, **NO_ADDRESS)
        solved = solve(tx)
        alone, pair = (page(tx, solved, sahra, one, language) for one in (None, kari))
    words = Words(language)
    assert words.text("A strictly confidential address: paired by hand only.") in alone
    assert words.text("What would help") not in alone
    assert words.text("Why not these two") in pair
    assert "%" not in pair
    assert words.text("What counts") not in pair
