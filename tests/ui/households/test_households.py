"""The tab of households, and pairs that are for all of one."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from mentorapp.domain.households import ChildBand, Household
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import Side
from mentorapp.domain.people import Person
from mentorapp.operations import households, projects
from mentorapp.storage import records
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice
from tests.ui.projects.test_projects import SYSTUA
from ui.households.page import HouseholdsPage
from ui.meetings.logger import MeetingLogger
from ui.pairings.file_page import PairingFilePage
from ui.pairings.tag_dialog import TagDialog
from ui.work import Worker

Settle = Callable[[], None]


@pytest.fixture
def home(pairs_office: PairsOffice) -> Household:
    """Where Ali Hassan lives."""
    with pairs_office.database.write("Test") as tx:
        made = households.save(
            tx,
            Household(
                label="Familien Hassan",
                child_bands=frozenset({ChildBand.NURSERY}),
                childcare_needed=True,
            ),
        )
        role = records.get(tx, Newcomer, pairs_office.newcomers["Ali Hassan"])
        person = records.get(tx, Person, role.person_id)
        records.amend(tx, replace(person, household_id=made.id))
    return made


def test_households_are_listed_with_members_and_their_pairs(
    qtbot: QtBot, worker: Worker, english: Words, pairs_office: PairsOffice, home: Household,
    settle: Settle,
) -> None:  # fmt: skip
    opened: list[object] = []
    page = HouseholdsPage(worker, english, opened.append, opened.append)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    settle()
    (row,) = page.model.shown_rows()
    assert [name for _id, name in row.members] == ["Ali Hassan"]
    assert not page._pairing.isEnabled()
    with pairs_office.database.write("Test") as tx:
        households.set_sides(tx, pairs_office.pair.id, Side.PERSON, Side.HOUSEHOLD)
    page.refresh()
    settle()
    assert page._pairing.isEnabled()
    page._pairing.click()
    assert opened == [pairs_office.pair.id]
    field = page.filter_bar.filters[0]
    for key, left in (("childcare", 1), ("school", 0), ("paired", 1)):
        field.set_value(key)
        assert len(page.model.shown_rows()) == left


def test_a_pair_becomes_one_for_the_household_under_a_project_on_its_page(
    qtbot: QtBot, worker: Worker, english: Words, pairs_office: PairsOffice, home: Household,
    settle: Settle,
) -> None:  # fmt: skip
    with pairs_office.database.write("Test") as tx:
        made = projects.save(tx, SYSTUA)
    page = PairingFilePage(
        worker, english, lambda: TODAY, MeetingLogger(worker, english, lambda: TODAY, worker)
    )
    qtbot.addWidget(page)
    page.show()
    page.open(pairs_office.pair.id)
    settle()
    assert page._file is not None
    page.changes.tag(page._file)
    settle()
    dialog = next(one for one in page.findChildren(TagDialog) if one.isVisible())
    dialog.newcomer_side.set_value(Side.HOUSEHOLD)
    dialog.project.set_value(made.id)
    dialog.save_button.click()
    settle()
    file = pairs_office.file()
    assert file.row.newcomer_side is Side.HOUSEHOLD
    assert file.row.project == "Systua"


def test_whoever_has_no_household_is_refused_in_the_dialog(
    qtbot: QtBot, worker: Worker, english: Words, pairs_office: PairsOffice, settle: Settle
) -> None:
    page = PairingFilePage(
        worker, english, lambda: TODAY, MeetingLogger(worker, english, lambda: TODAY, worker)
    )
    qtbot.addWidget(page)
    page.show()
    page.open(pairs_office.pair.id)
    settle()
    assert page._file is not None
    page.changes.tag(page._file)
    settle()
    dialog = next(one for one in page.findChildren(TagDialog) if one.isVisible())
    dialog.mentor_side.set_value(Side.HOUSEHOLD)
    dialog.save_button.click()
    settle()
    assert dialog.isVisible()
    assert pairs_office.file().row.mentor_side is Side.PERSON
