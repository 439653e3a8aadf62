from collections.abc import Callable
from dataclasses import replace

import pypdfium2 as pdfium
import pytest

from mentorapp.domain.people import Gender
from mentorapp.domain.protection import Protection
from mentorapp.domain.shortages import RECRUIT
from mentorapp.operations import Database, Transaction, offices, organisations, pairing
from mentorapp.operations.explaining import Solved, apply_forbid
from mentorapp.operations.recruiting import gather_organisations
from mentorapp.operations.shortages import (
    recruitment,
    recruitment_pdf,
    shortages,
    with_recruits,
)
from mentorapp.words import Words
from tests.factories import TODAY, an_organisation, spoken
from tests.mentorapp.operations.registering import buddy, mentor_id, newcomer_id

Solve = Callable[[Transaction], Solved]
TIGRINYA = spoken("ti:native")
NO_ADDRESS = {"postal_code": "", "address": "", "phone": "", "email": ""}


def solve(tx: Transaction) -> Solved:
    """The buddy scheme of this office, solved."""
    gathered = pairing.gather(tx, buddy(tx), TODAY)
    return Solved(gathered, pairing.solve(gathered))


def test_an_office_is_told_whom_it_needs(database: Database) -> None:
    with database.write("mona") as tx:
        mentor_id(tx, capacity=1)
        newcomer_id(tx)
        waits = {newcomer_id(tx, languages=TIGRINYA, wish_gender=Gender.WOMAN) for _ in range(2)}
        (found,) = shortages(solve(tx))
    assert (found.kind.gender, found.kind.languages) == (Gender.WOMAN, ("ti",))
    assert set(found.newcomers) == waits
    assert found.causes


def test_recruits_are_tried_and_not_kept(database: Database) -> None:
    with database.write("mona") as tx:
        waits = {newcomer_id(tx, languages=TIGRINYA) for _ in range(3)}
        solved = solve(tx)
    (found,) = shortages(solved)
    for recruits, pairs in ((1, 1), (2, 2), (5, 3)):
        effect = with_recruits(solved, found.kind, recruits)
        assert (effect.pairs_before, effect.pairs_after) == (0, pairs)
        assert effect.certified
        assert len(effect.moves) == pairs
        assert {one.newcomer_id for one in effect.moves} <= waits
        assert {(one.before, one.after) for one in effect.moves} == {(None, RECRUIT)}
    assert solved.pairs == {}
    assert shortages(solved) == (found,)


def test_a_recruit_who_frees_a_mentor_moves_two(database: Database) -> None:
    with database.write("mona") as tx:
        kari = mentor_id(tx, capacity=1, languages=spoken("no:native", "ti:native"))
        easy = newcomer_id(tx)
        waits = newcomer_id(tx, languages=TIGRINYA, interests=frozenset())
        solved = solve(tx)
    freeing = next(one for one in shortages(solved) if not one.helps)
    moves = {one.newcomer_id: one for one in with_recruits(solved, freeing.kind).moves}
    assert (moves[easy].before, moves[easy].after) == (kari, RECRUIT)
    assert (moves[waits].before, moves[waits].after) == (None, kari)


def test_the_list_follows_what_the_coordinator_decides(database: Database) -> None:
    with database.write("mona") as tx:
        kari, sahra = mentor_id(tx), newcomer_id(tx)
        solved = solve(tx)
    assert shortages(solved) == ()
    apply_forbid(solved, sahra, kari)
    (found,) = shortages(solved)
    assert found.newcomers == (sahra,)


def test_a_search_that_was_cancelled_finds_nothing(database: Database) -> None:
    with database.write("mona") as tx:
        newcomer_id(tx)
        solved = solve(tx)
        gathered = gather_organisations(tx)
    assert shortages(solved, cancelled=lambda: True) == ()
    assert recruitment(solved, gathered, cancelled=lambda: True).shortages == ()


@pytest.mark.parametrize(("country", "languages"), [("NO", ("da",)), ("DK", ())])
def test_every_recruit_speaks_the_language_of_the_office_s_country(
    country: str, languages: tuple[str, ...], database: Database
) -> None:
    with database.write("mona") as tx:
        offices.save(tx, replace(offices.read(tx), country=country, postal_code=""))
        newcomer_id(tx, languages=spoken("da:B1"))
        (found,) = shortages(solve(tx))
    assert found.kind.languages == languages


def test_a_recruitment_has_all_that_is_told_of_a_scheme(database: Database) -> None:
    with database.write("mona") as tx:
        nordlys = organisations.save(tx, an_organisation(number=0))
        mentor_id(tx, capacity=2, organisation_id=nordlys.id)
        newcomer_id(tx)
        for _ in range(3):
            newcomer_id(tx, languages=TIGRINYA)
        newcomer_id(
            tx, protection=Protection.STRICT, postal_code="", address="", phone="", email=""
        )
        found = recruitment(solve(tx), gather_organisations(tx), recruits=2)
    assert (found.scheme.key, found.waiting, found.free_places) == ("buddy", 3, 1)
    assert (found.recruits, found.more_pairs) == (2, (2,))
    (asked,) = found.to_call.organisations
    assert (asked.name, asked.missing, asked.asks[0].helps) == (nordlys.name, 2, 3)


def test_the_paper_names_nobody_who_waits(database: Database) -> None:
    with database.write("mona") as tx:
        newcomer_id(tx, name="Sahra Guled", languages=TIGRINYA)
        office = offices.read(tx)
        found = recruitment(solve(tx), gather_organisations(tx))
    pdf = recruitment_pdf([found], office, Words("en"), TODAY)
    said = "".join(page.get_textpage().get_text_bounded() for page in pdfium.PdfDocument(pdf))
    assert "A mentor who speaks Tigrinya" in " ".join(said.split())
    assert "Sahra" not in said


def test_nothing_in_a_list_tells_where_a_protected_person_is(database: Database) -> None:
    with database.write("mona") as tx:
        newcomer_id(
            tx,
            languages=TIGRINYA,
            protection=Protection.CONFIDENTIAL,
            postal_code="0150",
            max_distance_km=5,
        )
        found = recruitment(solve(tx), gather_organisations(tx))
    (only,) = found.shortages
    assert (only.helps, only.kind.place, only.kind.postal_code) == (1, "", "")
