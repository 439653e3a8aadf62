"""The whole window as each role sees it: what is closed says who may, and nothing is refused."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

import mentorapp.operations
import ui
from mentorapp.domain.account_errors import NotAllowed
from mentorapp.domain.accounts import Right, Role, Who
from mentorapp.operations import Database, offices
from tests.ui.pairs_office import furnish
from tests.ui.program_window import Start, idle, main_window, preferences, start
from tests.ui.walking import Walk, nothing_outside
from ui.finding.dialog import FindDialog
from ui.program import Program
from ui.rights import ClosedPage
from ui.widgets.form_dialog import FormDialog
from ui.widgets.reading_only import why_read_only

__all__ = ["nothing_outside", "preferences", "start"]
READER = Who("Rita", frozenset({Role.READER}))
ADMINISTRATOR = Who("Ada", frozenset({Role.ADMINISTRATOR}))
OFFICER = Who("Dag", frozenset({Role.PROTECTION_OFFICER}))
COORDINATOR = Who("Kari", frozenset({Role.COORDINATOR}))
PEOPLE = "Only a coordinator sees people."
OPEN = {"today", "work", "outcomes", "cooperation", "reports", "settings"}
As = Callable[[Who], Program]


@pytest.fixture
def refusals(monkeypatch: pytest.MonkeyPatch) -> list[NotAllowed]:
    """Every right that was asked for in vain."""
    made: list[NotAllowed] = []

    def noted(self: NotAllowed, *args: Any) -> None:
        made.append(self)
        self.right, self.has = (*args, frozenset())[:2]

    monkeypatch.setattr(NotAllowed, "__init__", noted)
    return made


@pytest.fixture
def program_as(start: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> As:
    """The program with an account at the keyboard, on an office with a pair in it."""
    path, opening = tmp_path / "office.db", offices.open_office
    database = opening(path)
    furnish(database)
    database.close()

    def run(who: Who) -> Program:
        def opened(*args: Any, **options: Any) -> Database:
            made = opening(*args, **options)
            made.who = who
            return made

        monkeypatch.setattr(offices, "open_office", opened)
        program = start("--office", str(path))
        idle(qtbot, program)
        return program

    return run


def texts(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]


def places(walk: Walk) -> Iterator[tuple[str, QWidget]]:
    """Each page on each of its tabs."""
    for key in walk.program.page_keys:
        page = main_window(walk.program).show_page(key)
        walk.settle()
        tabs = next((one for one in page.findChildren(QTabWidget) if one.isVisible()), None)
        for at in range(tabs.count() if tabs is not None else 1):
            if tabs is not None:
                tabs.setCurrentIndex(at)
                walk.settle()
            yield key, page


def test_a_reader_is_told_what_is_closed_and_meets_no_button_that_would_be_refused(
    program_as: As, qtbot: QtBot, refusals: list[NotAllowed]
) -> None:
    program = program_as(READER)
    asleep: dict[str, set[str]] = {}
    for key, page in look_everywhere(qtbot, program, refusals):
        sleeping = asleep.setdefault(key, set())
        for button in page.findChildren(QPushButton):
            if button.accessibleDescription().startswith("Only "):
                assert not button.isEnabled()
                assert button.toolTip() == button.accessibleDescription()
                sleeping.add(button.text())
    assert {"New offer", "Open file"} <= asleep["work"]
    assert {"New goal", "New series", "Edit …", "Delete"} <= asleep["outcomes"]
    assert {"Trust an office …", "Rename …"} <= asleep["cooperation"]
    assert asleep["settings"] >= {
        "Edit office",
        "New scheme",
        "Edit scheme",
        "New absence …",
        "New word …",
        "New rules",
        "Mark as approved …",
        "Choose second place …",
        "Restore …",
    }
    window = main_window(program)
    assert not window.import_action.isEnabled()
    entries = {one.text(): one for one in window.edit_menu.actions()}
    assert not entries["&Deleted …"].isEnabled()
    assert window.edit_menu.toolTipsVisible()
    window.find_wanted.emit()
    (finding,) = window.findChildren(FindDialog)
    finding.field.setText("Kari")
    qtbot.waitUntil(lambda: PEOPLE in finding.status.text())
    assert "New mentor" not in [one.title for one in finding._commands.every]


@pytest.mark.slow
@pytest.mark.parametrize("who", [ADMINISTRATOR, OFFICER], ids=lambda who: who.name)
def test_others_who_see_no_people_are_told_what_is_closed(
    who: Who, program_as: As, qtbot: QtBot, refusals: list[NotAllowed]
) -> None:
    for _key, _page in look_everywhere(qtbot, program_as(who), refusals):
        pass


@pytest.mark.slow
@pytest.mark.usefixtures("nothing_outside")
@pytest.mark.parametrize("who", [READER, ADMINISTRATOR, OFFICER], ids=lambda who: who.name)
def test_no_button_that_is_awake_leads_to_a_form_that_would_be_refused(
    who: Who, program_as: As, qtbot: QtBot, refusals: list[NotAllowed]
) -> None:
    saved: list[str] = []

    def look(name: str, shown: QWidget) -> None:
        if isinstance(shown, FormDialog) and not why_read_only(shown):
            # Nothing is changed in it: whether it may be saved is all that is asked.
            shown.save()
            saved.append(name)

    Walk(qtbot, program_as(who)).everywhere(look, files=False)
    assert refusals == [], saved
    # The office of the test has no passphrase yet, which anybody may give it.
    assert bool([one for one in saved if "EncryptDialog" not in one]) is who.may(Right.SETTINGS)


def look_everywhere(
    qtbot: QtBot, program: Program, refusals: list[NotAllowed]
) -> Iterator[tuple[str, QWidget]]:
    """No page is empty without saying why, and none asks for what is refused."""
    closed = set()
    for key, page in places(Walk(qtbot, program)):
        if key not in OPEN:
            assert isinstance(page, ClosedPage), key
        if PEOPLE in texts(page):
            closed.add(key)
        yield key, page
    assert closed | {"settings"} == set(program.page_keys)
    assert refusals == []


def test_a_coordinator_reads_settings_and_is_told_who_changes_them(
    program_as: As, qtbot: QtBot, refusals: list[NotAllowed]
) -> None:
    program = program_as(COORDINATOR)
    window = main_window(program)
    page = window.show_page("settings")
    Walk(qtbot, program).settle()
    assert "Only an administrator changes the settings of the office." in texts(page)
    buttons = {one.text(): one for one in page.findChildren(QPushButton)}
    assert not buttons["Edit office"].isEnabled()
    assert buttons["New absence …"].isEnabled()
    assert refusals == []
    assert not [one for one in texts(window.statusBar()) if "only" in one]


def test_a_coordinator_of_some_schemes_is_told_that_lists_show_those_alone(
    program_as: As, qtbot: QtBot
) -> None:
    who = Who("Siri", frozenset({Role.COORDINATOR}), schemes=frozenset({"buddy"}))
    window = main_window(program_as(who))
    assert "Your schemes only: Buddy" in texts(window.statusBar())


def test_every_setting_that_a_feature_can_change_is_held_back_by_what_changes_it() -> None:
    """The right is asked of the operation, here and in the window: so it cannot differ."""
    missing = []
    for package in sorted(path for path in UI.iterdir() if path.is_dir()):
        text = "\n".join(file.read_text(encoding="utf-8") for file in package.rglob("*.py"))
        changing = {one for one in NAMED.findall(text) if right_of(one) is Right.SETTINGS}
        held = " ".join(HELD.findall(text))
        also = {one for one in NAMED.findall(held) if right_of(one) is Right.SETTINGS}
        modules = {one.partition(".")[0] for one in changing}
        told = {one.partition(".")[0] for one in also}
        if modules and "Right.SETTINGS" not in held and not modules & told:
            missing.append(package.name)
    assert missing == []


UI = Path(ui.__file__).parent
OPERATIONS = Path(mentorapp.operations.__file__).parent
NAMED = re.compile(r"\b[a-z_]+\.[a-z_]+\b")
HELD = re.compile(r"(?:hold_back|only_shown)\(([^)]*)\)")


@cache
def right_of(name: str) -> Right | None:
    """What an operation of this name needs; nothing where there is none."""
    module, _, function = name.partition(".")
    if not (OPERATIONS / f"{module}.py").exists():
        return None
    found = getattr(import_module(f"mentorapp.operations.{module}"), function, None)
    return getattr(found, "needs", None)
