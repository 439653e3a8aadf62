"""The tab of associations, and what files of people and organisations hold of them."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.associations import Activity, IntroductionStep
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.organisations import Organisation
from mentorapp.operations import associations, introductions
from mentorapp.storage import records
from mentorapp.words import Words
from tests.mentorapp.operations.joining import activity, association, introduced
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.associations.dialogs import ActivityDialog, IntroductionDialog
from ui.associations.file_tabs import OrganisationActivitiesTab, PersonAssociationsTab
from ui.associations.page import AssociationsPage
from ui.widgets.message_bar import MessageBar
from ui.widgets.paper import PaperDialog
from ui.work import Worker

Settle = Callable[[], None]


@pytest.fixture
def club(pairs_office: PairsOffice) -> tuple[Organisation, Activity]:
    """A club with yoga for beginners and a football team that takes nobody."""
    with pairs_office.database.write("Test") as tx:
        made = association(tx)
        yoga = activity(tx, made, interests=frozenset({"cooking"}))
        activity(tx, made, name="<b>Fotball</b>", open=False, interests=frozenset({"football"}))
    return made, yoga


@pytest.fixture
def page(
    qtbot: QtBot,
    worker: Worker,
    english: Words,
    club: tuple[Organisation, Activity],
    settle: Settle,
) -> AssociationsPage:
    page = AssociationsPage(worker, english, lambda: TODAY, lambda _id: None)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    settle()
    return page


def person_of(office: PairsOffice, name: str) -> UUID:
    found: UUID = office.read(
        lambda tx: records.get(tx, Newcomer, office.newcomers[name]).person_id
    )
    return found


def dialog(home: QWidget, kind: type[QDialog]) -> QDialog:
    return next(one for one in home.findChildren(kind) if one.isVisible())


def names(page: AssociationsPage) -> list[str]:
    return [row.activity.name for row in page.model.shown_rows()]


def test_activities_are_narrowed_by_interest_and_by_whom_they_take(page: AssociationsPage) -> None:
    assert names(page) == ["<b>Fotball</b>", "Yoga"]
    interest, whom = page.filter_bar.filters
    interest.set_value("football")
    assert names(page) == ["<b>Fotball</b>"]
    whom.set_value("open")
    assert names(page) == []


def test_an_activity_is_made_in_the_form(
    page: AssociationsPage, club: tuple[Organisation, Activity], pairs_office: PairsOffice,
    settle: Settle,
) -> None:  # fmt: skip
    page.new_button.click()
    settle()
    form = dialog(page, ActivityDialog)
    assert isinstance(form, ActivityDialog)
    form.save_button.click()
    settle()
    assert form.isVisible()
    form.organisation.set_value(club[0].id)
    form.name.set_value("Kor")
    form.postal_code.set_value("0000")
    form.save_button.click()
    settle()
    assert form.isVisible()
    form.postal_code.set_value("8200")
    form.save_button.click()
    settle()
    assert "Kor" in names(page)
    stored = pairs_office.read(lambda tx: associations.find(tx, "kor"))
    assert stored.organisation_id == club[0].id


def test_a_deleted_activity_comes_back_with_undo(page: AssociationsPage, settle: Settle) -> None:
    page._delete(page.model.row(0))
    settle()
    assert names(page) == ["Yoga"]
    page.message_bar.button.click()
    settle()
    assert len(names(page)) == 2


def test_the_card_names_who_was_introduced(
    page: AssociationsPage, club: tuple[Organisation, Activity], pairs_office: PairsOffice,
    settle: Settle,
) -> None:  # fmt: skip
    page._introduce(page.model.row(1))
    settle()
    form = dialog(page, IntroductionDialog)
    assert isinstance(form, IntroductionDialog)
    form.person.set_value(person_of(pairs_office, "Ali Hassan"))
    form.by_person.set_value(person_of(pairs_office, "Tesfay Haile"))
    form.save_button.click()
    settle()
    (row,) = pairs_office.read(lambda tx: introductions.rows(tx, activity_id=club[1].id))
    assert (row.person, row.by) == ("Ali Hassan", "Tesfay Haile")


def test_the_protected_are_not_offered_to_be_introduced(
    page: AssociationsPage, settle: Settle
) -> None:
    page._introduce(page.model.row(1))
    settle()
    form = dialog(page, IntroductionDialog)
    assert isinstance(form, IntroductionDialog)
    offered = form.person.completer().model()
    texts = [str(offered.data(offered.index(at, 0))) for at in range(offered.rowCount())]
    assert any("Ali Hassan" in text for text in texts)
    assert not any("Hidden" in text or "Careful" in text for text in texts)


@pytest.fixture
def tab(
    qtbot: QtBot,
    worker: Worker,
    english: Words,
    club: tuple[Organisation, Activity],
    pairs_office: PairsOffice,
    settle: Settle,
) -> PersonAssociationsTab:
    tab = PersonAssociationsTab(worker, english, lambda: TODAY, MessageBar(english))
    qtbot.addWidget(tab)
    qtbot.addWidget(tab.message_bar)
    tab.show()
    tab.show_record(person_of(pairs_office, "Ali Hassan"))
    settle()
    return tab


def test_what_fits_nearby_is_introduced_with_one_button(
    tab: PersonAssociationsTab, settle: Settle
) -> None:
    (one,) = tab.suggestions.model.shown_rows()
    assert (one.activity.name, one.shared, one.km) == ("Yoga", ("cooking",), 0)
    tab._introduce_to(one)
    settle()
    form = dialog(tab, IntroductionDialog)
    assert isinstance(form, IntroductionDialog)
    form.save_button.click()
    settle()
    assert tab.suggestions.model.shown_rows() == []
    (row,) = tab.introductions.model.shown_rows()
    assert row.introduction.step is IntroductionStep.INTRODUCED


def test_a_step_is_noted_for_today_and_taken_back_with_undo(
    tab: PersonAssociationsTab, club: tuple[Organisation, Activity], pairs_office: PairsOffice,
    settle: Settle,
) -> None:  # fmt: skip
    with pairs_office.database.write("Test") as tx:
        introduced(tx, person_of(pairs_office, "Ali Hassan"), club[1], ago=20)
    tab.show_record(person_of(pairs_office, "Ali Hassan"))
    settle()
    (row,) = tab.introductions.model.shown_rows()
    tab._changes.take_step(row, introductions.joined, "Noted.")
    settle()
    (joined,) = tab.introductions.model.shown_rows()
    assert joined.introduction.joined_on == TODAY
    tab.message_bar.button.click()
    settle()
    (back,) = tab.introductions.model.shown_rows()
    assert back.introduction.joined_on is None


def test_the_leaflet_opens_under_a_name_that_tells_nobody(
    tab: PersonAssociationsTab, settle: Settle
) -> None:
    tab._leaflet()
    settle()
    paper = dialog(tab, PaperDialog)
    assert "Ali" not in paper.windowTitle()
    paper.close()


def test_an_organisations_file_shows_what_it_offers(
    qtbot: QtBot, worker: Worker, english: Words, club: tuple[Organisation, Activity],
    settle: Settle,
) -> None:  # fmt: skip
    tab = OrganisationActivitiesTab(worker, english, lambda: TODAY, MessageBar(english))
    qtbot.addWidget(tab)
    qtbot.addWidget(tab.message_bar)
    tab.show()
    tab.show_record(club[0].id)
    settle()
    assert len(tab.activities.model.shown_rows()) == 2
    tab._new()
    settle()
    form = dialog(tab, ActivityDialog)
    assert isinstance(form, ActivityDialog)
    assert form.organisation.value() == club[0].id
