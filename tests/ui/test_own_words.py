"""A word of the office's own goes through the whole window."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorapp.domain.word_lists import WordList
from mentorapp.operations import Database, Transaction, offices, people, word_lists
from tests.ui.program_window import Start, User, preferences, start
from ui.people.mentors_page import MentorsPage
from ui.settings.page import SettingsPage
from ui.word_lists.dialog import WordDialog
from ui.word_lists.tab import WordListsTab

__all__ = ["preferences", "start"]


def test_a_new_interest_is_chosen_in_a_form_found_in_the_list_and_called_anew_when_renamed(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    file = tmp_path / "office.db"
    offices.open_office(file).close()
    user = User(qtbot, start("--office", str(file)))
    page = user.go("settings")
    assert isinstance(page, SettingsPage)
    tab = page.findChildren(WordListsTab)[0]
    page.tabs.setCurrentWidget(tab)
    tab._new()
    dialog = user.dialog(WordDialog)
    dialog.names.set_value({"nb": "Sjakkboksing", "en": "Chess boxing"})
    user.save(dialog)

    form = user.new_person()
    form.person.given_name.set_value("Kari")
    line = form.interests.interests.edit
    qtbot.keyClicks(line, "chess b")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert form.interests.interests.told() == "Chess boxing"
    user.save(form)

    mentors = user.go("mentors")
    assert isinstance(mentors, MentorsPage)
    mentors.search.setText("chess boxing")
    user.until(lambda: mentors.model.rowCount() == 1)

    office = user.program._office
    assert office is not None
    (key,) = read_interests(office.database)
    office.worker.write(
        page,
        lambda tx: word_lists.rename(tx, WordList.INTERESTS, key, {"en": "Mind boxing"}),
    )
    user.settle()
    mentors.search.setText("mind boxing")
    user.until(lambda: mentors.model.rowCount() == 1)
    mentors.search.setText("chess boxing")
    user.until(lambda: mentors.model.rowCount() == 0)


def read_interests(database: Database) -> frozenset[str]:
    def read(tx: Transaction) -> frozenset[str]:
        (kari,) = people.all_people(tx)
        return kari.person.interests

    with database.read() as tx:
        return read(tx)
