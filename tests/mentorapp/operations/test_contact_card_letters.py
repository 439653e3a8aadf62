"""The card "Who helps me with what" among the letters: who gets one, and what it may tell."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from pypdf import PdfReader

from mentorapp.domain.contact_points import ContactPoint, ContactRole
from mentorapp.domain.languages import LetterLanguage
from mentorapp.domain.letters import LetterKind
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.protection import Protection
from mentorapp.operations import Database, Transaction, contact_points, letters, pairings
from mentorapp.operations.letter_texts import Texts
from mentorapp.operations.text_approvals import approve
from mentorapp.storage import records
from tests.factories import TODAY
from tests.mentorapp.operations.lettering import ago, get, sent, the_due
from tests.mentorapp.operations.registering import pair, protect

CARD = LetterKind.WHO_IS_WHO


def newcomer_of(tx: Transaction, made: Pairing) -> UUID:
    _mentor, newcomer = pairings.both(tx, made)
    return newcomer


def helps(tx: Transaction, made: Pairing, **changes: Any) -> ContactPoint:
    told: dict[str, Any] = {
        "role": ContactRole.TEACHER,
        "name": "Kari Strand",
        "service": "Fjordvik voksenopplæring",
        "phone": "75541200",
        "since": date(2026, 1, 7),
    }
    contact = ContactPoint(person_id=newcomer_of(tx, made), **(told | changes))
    return contact_points.save(tx, contact, TODAY)


def printed(tx: Transaction, made: Pairing) -> str:
    pdf = letters.render(tx, letters.for_pairing(tx, made.id, [CARD]), TODAY).pdf
    (page,) = PdfReader(BytesIO(pdf)).pages
    return " ".join(page.extract_text().split())


def test_a_newcomer_of_a_new_pair_whom_somebody_else_helps_gets_a_card_once(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        helps(tx, pair(tx, on=ago(31)))
        ended = pair(tx)
        helps(tx, ended, until=TODAY)
        only = pair(tx)
        helps(tx, only, role=ContactRole.COORDINATOR)
        brought = pair(tx)
        helps(tx, brought)
        records.amend(tx, replace(records.get(tx, Pairing, brought.id), proposal_id=None))
        assert get(tx, CARD) == []
        made = pair(tx)
        helps(tx, made)
        assert get(tx, CARD) == ["Sahra Guled"]
        (due,) = the_due(tx, CARD)
        assert due.person_id
        assert due.pairing_id
        sent(tx, CARD, person_id=due.person_id, pairing_id=due.pairing_id)
        assert get(tx, CARD) == []


def test_the_card_has_all_who_help_in_the_language_of_the_newcomer(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, letter_language=LetterLanguage.PL)
        helps(tx, made)
        both = printed(tx, made)
        for said in ("Kto mi w czym pomaga", "Hvem hjelper meg med hva", "75 54 12 00"):
            assert said in both
        assert "Mona Elvestrand" in both
        assert "Marit" in both
        assert "Bekkelund" not in both  # as in letters
        approve(tx, CARD, "pl", approved_by="Anna", approved_on=TODAY)
        alone = printed(tx, made)
        assert "Kto mi w czym pomaga" in alone
        assert "hjelper" not in alone


@pytest.mark.parametrize("level", [Protection.CONFIDENTIAL, Protection.STRICT])
def test_the_card_of_a_protected_newcomer_names_nobody_and_no_place(
    database: Database, level: Protection
) -> None:
    with database.write("mona") as tx:
        made = pair(tx)
        helps(tx, made)
        protect(tx, newcomer_of(tx, made), level)
        said = printed(tx, made)
    assert "Lærer" in said
    for hidden in ("Sahra", "voksenopplæring", "75 54 12 00"):
        assert hidden not in said


def test_the_card_has_a_text_to_approve_in_every_language_it_comes_in() -> None:
    for language in ("nb", "da", "uk", "ar", "prs", "ti", "so", "pl"):
        assert Texts({}).text(CARD, language, "standard").count("\n") > 30
    assert not Texts({}).text(CARD, "xx", "standard")
