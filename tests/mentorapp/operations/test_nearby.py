"""What fits somebody nearby, and the leaflet about it."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from mentorapp.domain.languages import LetterLanguage
from mentorapp.domain.people import Transport
from mentorapp.domain.protection import Protection
from mentorapp.operations import Database, Transaction, introductions, nearby
from tests.factories import TODAY
from tests.mentorapp.operations.joining import activity, association, introduced
from tests.mentorapp.operations.registering import newcomer, register


def offers(tx: Transaction) -> None:
    """Yoga here, chess in the next town, and football that takes nobody."""
    club = association(tx, interests=frozenset({"running"}))
    activity(tx, club)
    activity(tx, club, name="Sjakk", interests=frozenset({"chess"}), postal_code="8250")
    activity(tx, club, name="Fotball", interests=frozenset({"football"}), open=False)
    activity(tx, club, name="Løpegruppe", interests=frozenset(), welcomes_beginners=False)


def text_of(pdf: bytes) -> str:
    reader = PdfReader(BytesIO(pdf))
    assert len(reader.pages) == 1
    return reader.pages[0].extract_text()


def test_open_activities_are_told_with_what_is_shared_and_how_far(database: Database) -> None:
    with database.write("mona") as tx:
        offers(tx)
        likes = frozenset({"chess", "running"})
        by_bus = frozenset({Transport.PUBLIC_TRANSPORT})
        sahra = register(tx, newcomer(interests=likes, postal_code="8200", transport=by_bus))
        found = nearby.nearby(tx, sahra)
    told = [(one.activity.name, one.shared) for one in found]
    assert told == [("Sjakk", ("chess",)), ("Yoga", ()), ("Løpegruppe", ("running",))]
    assert found[0].km == 18
    assert found[1].km == 0


def test_what_the_person_is_in_already_is_not_offered_again(database: Database) -> None:
    with database.write("mona") as tx:
        yoga = activity(tx, association(tx))
        sahra = register(tx, newcomer())
        made = introduced(tx, sahra, yoga)
        assert nearby.nearby(tx, sahra) == []
        introductions.left(tx, made.id, TODAY, TODAY)
        assert [one.id for one in nearby.nearby(tx, sahra)] == [yoga.id]


@pytest.mark.parametrize("level", [Protection.CONFIDENTIAL, Protection.STRICT])
def test_a_protected_person_is_told_no_distance(level: Protection, database: Database) -> None:
    code = "8200" if level is Protection.CONFIDENTIAL else ""
    with database.write("mona") as tx:
        offers(tx)
        hidden = register(tx, newcomer(protection=level, postal_code=code))
        assert {one.km for one in nearby.nearby(tx, hidden)} == {None}
        text = text_of(nearby.leaflet(tx, hidden))
    assert "km" not in text
    assert "like ved" not in text


def test_the_leaflet_is_one_page_in_the_persons_language(database: Database) -> None:
    with database.write("mona") as tx:
        offers(tx)
        club = association(tx, name="Langnavn " * 12)
        for number in range(9):
            activity(
                tx,
                club,
                name=f"{number} " + "Svømming " * 20,
                time="tirsdag " * 15,
                contact="Å" * 90,
            )
        english = register(tx, newcomer(letter_language=LetterLanguage.EN))
        other = register(tx, newcomer(letter_language=LetterLanguage.TI, address="Storgata 1"))
        assert "Beginners are welcome" in text_of(nearby.leaflet(tx, english))
        told = text_of(nearby.leaflet(tx, other))
    assert "Nybegynnere er velkomne" in told
    assert "Storgata" not in told


def test_without_any_activity_the_leaflet_says_so(database: Database) -> None:
    with database.write("mona") as tx:
        sahra = register(tx, newcomer(letter_language=LetterLanguage.EN))
        assert "nothing that is open" in text_of(nearby.leaflet(tx, sahra))
