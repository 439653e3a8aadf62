from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from mentorapp.domain.errors import NothingToPrint
from mentorapp.domain.event_errors import EventIsCancelled
from mentorapp.domain.event_filters import EventFilter
from mentorapp.domain.events import Answer, Event
from mentorapp.domain.languages import LetterLanguage
from mentorapp.domain.protection import Protection
from mentorapp.operations import (
    Database,
    Transaction,
    event_papers,
    events,
    invitations,
)
from mentorapp.words import Words
from tests.factories import TODAY, an_event
from tests.mentorapp.operations.registering import mentor, newcomer, register

STREET = "Markørveien 7"


def pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def invited(tx: Transaction, **changes: object) -> Event:
    """An event with a newcomer who reads English, a hidden one, and a guest of NAV."""
    event = events.save(tx, an_event(number=0, **changes), TODAY)
    register(tx, newcomer("Ada Reader", address="Torget 2", letter_language=LetterLanguage.EN))
    register(tx, newcomer("Hanna Skjult", address=STREET, protection=Protection.CONFIDENTIAL))
    invitations.invite(tx, event.id, EventFilter(), TODAY)
    invitations.invite_guest(tx, event.id, "Nils Vik", "NAV", TODAY)
    return event


def test_every_guest_has_a_page_in_his_own_language(database: Database) -> None:
    with database.write("mona") as tx:
        event = invited(tx, childcare=True, description="Ta med ullklær.")
        prepared = event_papers.prepare_letters(tx, event.id, TODAY)
        paper = event_papers.make_letters(prepared)
        ada, hanna, nils = pages(paper.data)
        assert paper.file_name == f"invitations-{event.number}.pdf"
        assert "Hello, Ada!" in ada
        assert "Torget 2" in ada
        assert "26 November 2026" in ada
        assert "There is room for 20 people" in ada
        assert "Hei, Hanna!" in hanna
        assert "Jeg tar med barn" in hanna
        assert STREET not in hanna
        assert "leveres" in hanna.lower() or "personlig" in hanna.lower()
        assert "Hei, Nils Vik!" in nils
        assert all(f"{event.number}" in page and "Ta med ullklær." in page
                   for page in (ada, hanna, nils))  # fmt: skip


def test_letters_are_printed_once_and_not_to_those_who_said_no(database: Database) -> None:
    with database.write("mona") as tx:
        event = invited(tx)
        ada, hanna, nils = events.read(tx, event.id).guests
        invitations.answer(tx, nils.id, Answer.NO, TODAY)
        both = event_papers.prepare_letters(tx, event.id, TODAY).ids
        assert both == (ada.id, hanna.id)
        before = invitations.letters_printed(tx, [ada.id], TODAY)
        assert event_papers.prepare_letters(tx, event.id, TODAY, unsent=True).ids == (hanna.id,)
        assert event_papers.prepare_letters(tx, event.id, TODAY, only=[nils.id]).ids == (nils.id,)
        invitations.put_back(tx, before, TODAY)
        assert event_papers.prepare_letters(tx, event.id, TODAY, unsent=True).ids == both
        invitations.letters_printed(tx, both, TODAY)
        with pytest.raises(NothingToPrint):
            event_papers.prepare_letters(tx, event.id, TODAY, unsent=True)


def test_nobody_is_invited_to_what_does_not_take_place(database: Database) -> None:
    with database.write("mona") as tx:
        event = invited(tx)
        events.cancel(tx, event.id, TODAY)
        with pytest.raises(EventIsCancelled):
            event_papers.prepare_letters(tx, event.id, TODAY)


def test_answers_are_wanted_a_week_ahead_or_soon(database: Database) -> None:
    with database.write("mona") as tx:
        event = invited(tx)
        for day, wanted in (
            (date(2026, 11, 26), "1 December 2026"),
            (date(2026, 12, 2), "as soon as you can"),
        ):
            made = event_papers.make_letters(event_papers.prepare_letters(tx, event.id, day))
            assert wanted in pages(made.data)[0]


def test_the_list_at_the_door_has_numbers_for_the_protected(database: Database) -> None:
    with database.write("mona") as tx:
        event = invited(tx)
        ada, hanna, nils = events.read(tx, event.id).guests
        register(tx, mentor("Said No"))
        invitations.invite(tx, event.id, EventFilter(), TODAY)
        (no,) = [one for one in events.read(tx, event.id).guests if one.name == "Said No"]
        invitations.answer(tx, no.id, Answer.NO, TODAY)
        text = pages(event_papers.sheet(tx, event.id, Words("en")).data)[0]
        assert ada.name in text
        assert "Nils Vik (NAV)" in text
        assert "Hanna" not in text
        assert f"Number {hanna.number}" in text
        assert "Said No" not in text
        assert nils.number == 0


def test_the_list_at_the_door_says_who_is_on_reserve(database: Database) -> None:
    with database.write("mona") as tx:
        event = events.save(tx, an_event(number=0, seats=1), TODAY)
        for name in ("Ada", "Bo", "Cy"):
            made = invitations.invite_guest(tx, event.id, name, "", TODAY)
            invitations.answer(tx, made.id, Answer.YES, TODAY)
        text = pages(event_papers.sheet(tx, event.id, Words("en")).data)[0]
        assert text.count("comes") == 1
        assert text.index("reserve 1") < text.index("reserve 2")


def test_the_calendar_file_names_no_guest(database: Database) -> None:
    with database.write("mona") as tx:
        event = invited(tx)
        paper = event_papers.calendar(tx, event.id)
        text = paper.data.decode()
        assert paper.file_name == f"event-{event.number}.ics"
        for name in ("Ada", "Hanna", "Nils", "Reader", "Skjult"):
            assert name not in text
