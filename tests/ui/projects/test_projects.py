"""The tab of named projects."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from mentorapp.domain.projects import Project
from mentorapp.domain.records import new_id
from mentorapp.operations import projects
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.projects.page import ProjectDialog, ProjectsPage
from ui.widgets.paper import PaperDialog
from ui.work import Worker

Settle = Callable[[], None]
SYSTUA = Project(name="Systua", from_date=date(2025, 1, 1))


@pytest.fixture
def page(
    qtbot: QtBot, worker: Worker, english: Words, pairs_office: PairsOffice, settle: Settle
) -> ProjectsPage:
    with pairs_office.database.write("Test") as tx:
        made = projects.save(tx, SYSTUA)
        projects.tag_pairing(tx, pairs_office.pair.id, made.id)
        over = replace(SYSTUA, id=new_id(), name="Sjansen", to_date=date(2025, 6, 1))
        projects.save(tx, over)
    page = ProjectsPage(worker, english, lambda: TODAY)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    settle()
    return page


def form(page: ProjectsPage) -> ProjectDialog:
    return next(one for one in page.findChildren(ProjectDialog) if one.isVisible())


def test_projects_are_told_with_what_is_under_them(page: ProjectsPage) -> None:
    rows = {row.project.name: row for row in page.model.shown_rows()}
    assert (rows["Systua"].pairings, rows["Sjansen"].pairings) == (1, 0)
    field = page.filter_bar.filters[0]
    field.set_value("on")
    assert [row.project.name for row in page.model.shown_rows()] == ["Systua"]


def test_a_project_is_made_and_a_wrong_period_is_told(page: ProjectsPage, settle: Settle) -> None:
    page.new_button.click()
    settle()
    dialog = form(page)
    dialog.name.set_value("Ny sjanse")
    dialog.to_date.set_value(date(2020, 1, 1))
    dialog.save_button.click()
    settle()
    assert dialog.isVisible()
    dialog.to_date.set_value(None)
    dialog.save_button.click()
    settle()
    assert "Ny sjanse" in [row.project.name for row in page.model.shown_rows()]


def test_one_with_pairings_stays_and_another_comes_back(page: ProjectsPage, settle: Settle) -> None:
    rows = {row.project.name: row for row in page.model.shown_rows()}
    page._delete(rows["Systua"])
    settle()
    assert len(page.model.shown_rows()) == 2
    page._delete(rows["Sjansen"])
    settle()
    assert len(page.model.shown_rows()) == 1
    page.message_bar.button.click()
    settle()
    assert len(page.model.shown_rows()) == 2


def test_the_page_about_a_project_opens(page: ProjectsPage, settle: Settle) -> None:
    page._report(page.model.row(0))
    settle()
    paper = next(one for one in page.findChildren(PaperDialog) if one.isVisible())
    assert paper.state.isHidden()
    paper.close()
