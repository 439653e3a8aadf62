"""Every form of many fields, closed and cut off with something typed in it, and gone on with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.meetings import Meeting
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.placements import Placement
from mentorapp.domain.unfinished_forms import UnfinishedForm
from mentorapp.operations import (
    meetings,
    organisations,
    pairings,
    placements,
    unfinished_forms,
)
from mentorapp.storage import records
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice, english, freed, pairs_office, settle, worker
from ui.competences.editing import CardEditing
from ui.contact_points.tab import ContactsTab
from ui.demands.editing import DemandEditing
from ui.events.page import EventsPage
from ui.interviews.tab import InterviewsTab
from ui.meetings.logger import MeetingLogger
from ui.organisations.page import OrganisationsPage
from ui.pairings.changes import PairingChanges
from ui.placements.actions import PlacementActions
from ui.plans.file_tab import PlanTab
from ui.widgets import form_keeping
from ui.widgets.form_dialog import FormDialog
from ui.widgets.left_open_bar import LeftOpenBar
from ui.widgets.message_bar import MessageBar
from ui.widgets.versions_dialog import Version, VersionsDialog
from ui.work import Worker

__all__ = ["english", "pairs_office", "settle", "worker"]

Settle = Callable[[], None]
Where = Callable[["Place"], Callable[[], object]]
WORD = "<b>Åse</b> & co"


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is typed is kept as soon as the window has nothing else to do."""
    monkeypatch.setattr(form_keeping, "PAUSE_MS", 0)


@dataclass(frozen=True, slots=True)
class Place:
    """What a form is opened in: an office, a home, a bar, and whom the newcomer of the pair is."""

    office: PairsOffice
    worker: Worker
    words: Words
    home: QWidget
    bar: MessageBar
    settle: Settle
    person: UUID
    qtbot: QtBot

    def tell(self, job: Callable[[Any], Any]) -> Any:
        with self.office.database.write("Mona") as tx:
            return job(tx)


@pytest.fixture
def place(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words, settle: Settle
) -> Place:
    home = QWidget()
    qtbot.addWidget(home)
    bar = MessageBar(english)
    bar.setParent(home)
    home.resize(900, 600)
    home.show()
    person = pairs_office.file().row.newcomer_person_id
    return Place(pairs_office, worker, english, home, bar, settle, person, qtbot)


def today() -> date:
    return TODAY


def shown(place: Place, widget: Any) -> Any:
    widget.setParent(place.home)
    widget.show()
    place.settle()
    return widget


def tab(place: Place, kind: Any, *more: Any) -> Any:
    made = kind(place.worker, place.words, today, *more, place.bar)
    made.show_record(place.person)
    return shown(place, made)


def new_organisation(place: Place) -> Callable[[], object]:
    page = shown(place, OrganisationsPage(place.worker, place.words, today))
    return page.new_organisation  # type: ignore[no-any-return]


def organisation(place: Place) -> Callable[[], object]:
    there = place.tell(lambda tx: organisations.save(tx, Organisation(name="Verftet")))
    page = shown(place, OrganisationsPage(place.worker, place.words, today))
    return lambda: page.open_organisation(there.id)


def pairing(place: Place) -> Callable[[], object]:
    changes = PairingChanges(
        place.worker, place.words, today, place.home, place.bar, lambda _newcomer: None
    )
    return lambda: changes.record(place.office.file())


def new_meeting(place: Place) -> Callable[[], object]:
    logger = MeetingLogger(place.worker, place.words, today)
    return lambda: logger.ask(place.office.pair.id, place.bar)


def meeting(place: Place) -> Callable[[], object]:
    logger = MeetingLogger(place.worker, place.words, today)

    def open_first() -> None:
        first = place.office.file().meetings[0]
        logger.ask(place.office.pair.id, place.bar, first)

    return open_first


def new_placement(place: Place) -> Callable[[], object]:
    place.tell(lambda tx: organisations.save(tx, Organisation(name="Verftet")))
    actions = PlacementActions(place.worker, place.words, today, place.home, place.bar)
    return lambda: actions.new(place.person)


def placement(place: Place) -> Callable[[], object]:
    there = place.tell(lambda tx: organisations.save(tx, Organisation(name="Verftet")))
    made = Placement(
        person_id=place.person,
        organisation_id=there.id,
        started_on=date(2026, 9, 1),
        planned_end=date(2027, 2, 28),
    )
    place.tell(lambda tx: placements.register(tx, made, TODAY))
    row = place.tell(lambda tx: _placement_row(tx, made.id))
    actions = PlacementActions(place.worker, place.words, today, place.home, place.bar)
    return lambda: actions.edit(row)


def _placement_row(tx: Any, placement_id: UUID) -> Any:
    from mentorapp.operations import placement_rows

    return next(one for one in placement_rows.rows(tx, TODAY) if one.id == placement_id)


def new_demand(place: Place) -> Callable[[], object]:
    there = place.tell(lambda tx: organisations.save(tx, Organisation(name="Verftet")))
    editing = DemandEditing(place.worker, place.words, today, place.home, place.bar)
    return lambda: editing.new(there.id)


def card(place: Place) -> Callable[[], object]:
    editing = CardEditing(place.worker, place.words, today, place.home, place.bar)
    return lambda: editing.edit(place.person)


def new_goal(place: Place) -> Callable[[], object]:
    made = tab(place, PlanTab)
    return made._new_goal  # type: ignore[no-any-return]


def new_contact(place: Place) -> Callable[[], object]:
    made = tab(place, ContactsTab, lambda _pairing: None)
    return made._add  # type: ignore[no-any-return]


def new_interview(place: Place) -> Callable[[], object]:
    made = tab(place, InterviewsTab)
    place.qtbot.waitUntil(lambda: made._read is not None)
    return made._add  # type: ignore[no-any-return]


def new_event(place: Place) -> Callable[[], object]:
    page = shown(place, EventsPage(place.worker, place.words, today))
    return page._new  # type: ignore[no-any-return]


TYPED: Mapping[Where, Mapping[str, str]] = {
    new_organisation: {"name": WORD, "registration_number": "98", "notes": "Ring Per"},
    organisation: {"name": WORD, "promised_mentors": "7", "notes": "Ring Per"},
    pairing: {"start_meeting_place": "Biblioteket", "planned_end": "1.6.2027"},
    new_meeting: {"minutes": "75", "notes": WORD},
    meeting: {"minutes": "75", "notes": WORD},
    new_placement: {"unit": WORD, "started_on": "1.12.2026", "notes": "Ring Per"},
    placement: {"unit": WORD, "midway_note": "Gikk bra", "level_before": "A2"},
    new_demand: {"occupation": WORD, "people": "4", "skills": "sveising, truck"},
    card: {"education_field": WORD, "experience": "Kokk", "needed_level": "B1"},
    new_goal: {"text": WORD, "due": "1.6.2027", "notes": "Ring Per"},
    new_contact: {"name": WORD, "service": "NAV", "phone": "918 27 364", "since": "1.9.2026"},
    new_interview: {"held_by": WORD, "rating.fit": "4"},
    new_event: {"name": WORD, "place": "Biblioteket", "seats": "30"},
}
FORMS = list(TYPED)


def kept(place: Place) -> list[UnfinishedForm]:
    found: list[UnfinishedForm] = place.office.read(unfinished_forms.all_forms)
    return found


def opened(qtbot: QtBot, place: Place, ask: Callable[[], object]) -> FormDialog:
    def visible() -> list[FormDialog]:
        return [one for one in place.home.findChildren(FormDialog) if one.isVisible()]

    ask()
    qtbot.waitUntil(lambda: bool(visible()))
    return visible()[0]


def offer_of(dialog: FormDialog, qtbot: QtBot) -> LeftOpenBar:
    qtbot.waitUntil(lambda: bool(dialog.findChildren(LeftOpenBar)))
    return dialog.findChildren(LeftOpenBar)[0]


@pytest.mark.parametrize("where", FORMS, ids=lambda one: one.__name__)
def test_what_is_typed_is_kept_while_the_form_is_open_and_offered_again(
    where: Where, place: Place, qtbot: QtBot
) -> None:
    ask, typed = where(place), dict(TYPED[where])
    dialog = opened(qtbot, place, ask)
    assert typed.keys() <= dialog.contents().keys()
    dialog.write_back(typed)
    filled = dialog.contents()
    # In the office file before anything is closed: so much is left after a crash.
    qtbot.waitUntil(lambda: [form.contents for form in kept(place)] == [typed])
    dialog.reject()
    freed(qtbot, dialog)
    assert "What you typed is kept." in place.bar.text or _said_by_page(place)

    again = opened(qtbot, place, ask)
    assert again.contents() != filled
    offer_of(again, qtbot).go_on_button.click()
    assert again.contents() == filled
    assert again.dirty
    again.reject()
    freed(qtbot, again)
    assert [form.contents for form in kept(place)] == [typed]

    third = opened(qtbot, place, ask)
    offer_of(third, qtbot).discard_button.click()
    place.settle()
    assert kept(place) == []
    third.leave()


def _said_by_page(place: Place) -> bool:
    return any("What you typed is kept." in bar.text for bar in place.home.findChildren(MessageBar))


@pytest.mark.parametrize("where", FORMS, ids=lambda one: one.__name__)
def test_today_names_whom_the_form_is_about(where: Where, place: Place, qtbot: QtBot) -> None:
    dialog = opened(qtbot, place, where(place))
    dialog.write_back(TYPED[where])
    qtbot.waitUntil(lambda: bool(kept(place)))
    dialog.leave()
    name, _number = place.office.read(lambda tx: unfinished_forms.named(tx, kept(place)[0]))
    assert name in {WORD, "Verftet", "Ali Hassan", "Ali Hassan – Kari Nordmann"}


MENDED: Mapping[Callable[[Place], Callable[[], object]], str] = {
    organisation: "notes",
    pairing: "start_meeting_place",
    meeting: "notes",
}


@pytest.mark.parametrize("where", [*MENDED, placement], ids=lambda one: one.__name__)
def test_going_on_with_what_was_saved_since_asks_which_version_counts(
    where: Where, place: Place, qtbot: QtBot
) -> None:
    ask, field = where(place), MENDED.get(where, "unit")
    dialog = opened(qtbot, place, ask)
    dialog.write_back({field: "mine"})
    qtbot.waitUntil(lambda: bool(kept(place)))
    dialog.leave()
    freed(qtbot, dialog)
    place.tell(lambda tx: _save_meanwhile(tx, place, where))
    again = opened(qtbot, place, ask)
    offer_of(again, qtbot).go_on_button.click()
    qtbot.waitUntil(lambda: bool(again.findChildren(VersionsDialog)))
    choice = again.findChildren(VersionsDialog)[0]
    choice._all(Version.SAVED)
    assert choice.chosen(Version.SAVED) == {field}
    choice.reject()
    assert again.contents()[field] == "theirs"
    again.leave()


@pytest.mark.parametrize("where", MENDED, ids=lambda one: one.__name__)
def test_what_somebody_else_saved_while_the_form_was_open_is_not_written_over(
    where: Where, place: Place, qtbot: QtBot
) -> None:
    field = MENDED[where]
    dialog = opened(qtbot, place, where(place))
    dialog.write_back({field: "mine"})
    place.tell(lambda tx: _save_meanwhile(tx, place, where))
    dialog.save()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(VersionsDialog)))
    choice = dialog.findChildren(VersionsDialog)[0]
    assert place.office.read(lambda tx: _saved(tx, where)) == "theirs"
    choice._all(Version.TYPED)
    assert choice.chosen(Version.TYPED) == {field}
    choice.save()
    place.settle()
    qtbot.waitUntil(lambda: place.office.read(lambda tx: _saved(tx, where)) == "mine")
    qtbot.waitUntil(lambda: kept(place) == [])


def _saved(tx: Any, where: Any) -> str:
    if where is organisation:
        return records.find(tx, Organisation)[0].notes
    if where is pairing:
        return records.find(tx, Pairing)[0].start_meeting_place
    return "mine" if any(one.notes == "mine" for one in records.find(tx, Meeting)) else "theirs"


def _save_meanwhile(tx: Any, place: Place, where: Any) -> None:
    if where is organisation:
        (one,) = records.find(tx, Organisation)
        organisations.save(tx, replace(one, notes="theirs"))
    elif where is pairing:
        pair = pairings.read(tx, place.office.pair.id, TODAY).pairing
        pairings.save(tx, replace(pair, start_meeting_place="theirs"), TODAY)
    elif where is meeting:
        first = pairings.read(tx, place.office.pair.id, TODAY).meetings[0]
        meetings.amend(tx, replace(first, notes="theirs"), TODAY)
    else:
        (found,) = records.find(tx, Placement)
        placements.amend(tx, replace(found, unit="theirs"), TODAY)
