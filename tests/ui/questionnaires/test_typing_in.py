from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from mentorapp.domain.errors import ReadOnlyOffice
from mentorapp.domain.follow_up import FollowUp
from mentorapp.domain.questionnaires import OWN_WORDS, Item, Moment, Questionnaire, Respondent
from mentorapp.operations import questionnaires, unfinished_forms
from mentorapp.storage import records
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice
from tests.ui.questionnaires.typing import Home, stored
from ui.questionnaires.dialogs import AnswersDialog, CodeDialog
from ui.widgets import form_keeping
from ui.widgets.left_open_bar import LeftOpenBar
from ui.widgets.versions_dialog import VersionsDialog
from ui.work import Worker

Settle = Callable[[], None]


@pytest.fixture
def home(qtbot: QtBot, worker: Worker, english: Words) -> Home:
    return Home(qtbot, worker, english)


def opened(home: Home, code: str) -> AnswersDialog:
    """The page of this code, opened from anywhere."""
    home.typing_in.pile(home.bar)
    home.type(home.dialog(CodeDialog), f"{code}\n")
    return home.dialog(AnswersDialog)


def test_a_page_takes_a_key_for_each_answer_and_the_next_is_asked_for_at_once(
    home: Home, pairs_office: PairsOffice, settle: Settle
) -> None:
    number = pairs_office.pair.number
    dialog = opened(home, f"{number}n2")
    home.type(dialog, "512 3142222\n")  # 12 people end with a space
    settle()
    assert home.keys <= 20
    (page,) = stored(pairs_office)
    assert (page.respondent, page.questionnaire.moment) == (Respondent.NEWCOMER, Moment.MIDWAY)
    assert page.answers == {
        "language_days": 5,
        "people_to_ask": 12,
        "own_goal": 3,
        "fit": 1,
        "support": 4,
        "language_better": 2,
        "recommend": 2,
        "call_me": 2,
    }
    following = home.dialog(CodeDialog)
    assert f"Answers {number}-N2 saved." in following.message_bar.text
    following.leave()


def test_a_low_answer_is_told_at_once_and_undo_takes_both_back(
    home: Home, pairs_office: PairsOffice, settle: Settle
) -> None:
    planned = len(pairs_office.read(lambda tx: records.find(tx, FollowUp)))
    home.type(opened(home, f"{pairs_office.pair.number}m1"), "3    \n")
    following = home.dialog(CodeDialog)
    said = f"Answers {pairs_office.pair.number}-M1 saved. A low answer: follow-up made for"
    assert following.message_bar.text == f"{said} Kari Nordmann, due 26 Nov 2026"
    made = pairs_office.read(lambda tx: records.find(tx, FollowUp))
    assert len(made) == planned + 1
    following.leave()
    home.bar.button.click()
    settle()
    assert stored(pairs_office) == []
    assert len(pairs_office.read(lambda tx: records.find(tx, FollowUp))) == planned


def test_the_number_alone_opens_what_comes_next_and_a_mistyped_one_is_told(
    home: Home, pairs_office: PairsOffice, settle: Settle
) -> None:
    number = pairs_office.pair.number
    home.typing_in.pile(home.bar)
    asking = home.dialog(CodeDialog)
    home.type(asking, f"{number + 1}\n")
    settle()
    assert asking.isVisible()
    asking.code.set_value(str(number))
    home.type(asking, "\n")
    dialog = home.dialog(AnswersDialog)
    assert dialog.page == f"{number}-M1"
    assert dialog.about == "Kari Nordmann · mentor · at the start"
    dialog.leave()


def test_what_is_off_the_scale_stays_and_is_told_and_space_leaves_open(
    home: Home, pairs_office: PairsOffice, settle: Settle
) -> None:
    dialog = opened(home, f"{pairs_office.pair.number}m1")
    home.type(dialog, "9")
    fit = dialog.answers[Item.FIT]
    assert dialog.focusWidget() is fit
    assert "1–3" in fit.problem()
    home.type(dialog, "2")
    home.type(dialog, " ")
    assert dialog.focusWidget() is dialog.answers[Item.INTERPRETER]
    dialog.own_words.set_value("Det går fint")
    dialog.own_words.setFocus()
    home.type(dialog, "\n")
    settle()
    (page,) = stored(pairs_office)
    assert page.answers == {"fit": 2}
    assert page.questionnaire.own_words == {OWN_WORDS: "Det går fint"}
    home.dialog(CodeDialog).leave()


def test_an_empty_page_is_refused_and_what_is_there_is_opened_to_be_mended(
    home: Home, pairs_office: PairsOffice, settle: Settle
) -> None:
    code = f"{pairs_office.pair.number}m3"
    dialog = opened(home, code)
    dialog.save()
    settle()
    assert dialog.isVisible()
    assert dialog.message_bar.text
    home.type(dialog, "1")
    dialog.save()
    settle()
    home.dialog(CodeDialog).leave()
    again = opened(home, code)
    assert again.answers[Item.FIT].number() == 1
    home.type(again, "24")
    again.save()
    settle()
    assert stored(pairs_office)[0].answers == {"fit": 2, "support": 4}
    home.dialog(CodeDialog).leave()


def test_a_half_typed_page_is_kept_and_offered_for_that_page_alone(
    home: Home, pairs_office: PairsOffice, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(form_keeping, "PAUSE_MS", 0)
    number = pairs_office.pair.number
    dialog = opened(home, f"{number}n1")
    home.type(dialog, "5")
    dialog.reject()
    settle()
    (form,) = pairs_office.read(unfinished_forms.all_forms)
    assert (form.form, form.subject_id) == ("questionnaire", pairs_office.pair.id)
    other = opened(home, f"{number}m1")
    settle()
    assert other.findChildren(LeftOpenBar) == []
    other.leave()
    same = opened(home, f"{number}n1")
    home.qtbot.waitUntil(lambda: bool(same.findChildren(LeftOpenBar)))
    same.leave()
    home.typing_in.go_on(form, home.bar)
    going_on = home.dialog(AnswersDialog)
    home.qtbot.waitUntil(lambda: going_on.answers[Item.LANGUAGE_DAYS].number() == 5)
    assert going_on.page == f"{number}-N1"
    going_on.leave()


def test_what_somebody_else_saved_meanwhile_is_laid_beside_what_was_typed(
    home: Home, pairs_office: PairsOffice, english: Words, settle: Settle
) -> None:
    page = Questionnaire(
        pairing_id=pairs_office.pair.id,
        person_id=pairs_office.file().row.mentor_person_id,
        moment=Moment.START,
        answered_on=TODAY,
        answers={"fit": 1},
    )
    with pairs_office.database.write("Mona") as tx:
        saved = questionnaires.save(tx, page, TODAY, english)
    home.typing_in.edit(saved.filled, home.bar)
    dialog = home.dialog(AnswersDialog)
    home.type(dialog, "2")
    with pairs_office.database.write("Mona") as tx:
        held = saved.filled.questionnaire
        questionnaires.save(tx, replace(held, answers={"fit": 1, "support": 5}), TODAY, english)
    dialog.save()
    home.dialog(VersionsDialog).save()
    settle()
    assert stored(pairs_office)[0].answers == {"fit": 2, "support": 5}


def test_an_office_that_can_only_be_read_says_so_before_anything_is_typed(
    qtbot: QtBot, worker: Worker, english: Words
) -> None:
    home = Home(qtbot, worker, english, ReadOnlyOffice("Mona"))
    home.typing_in.pile(home.bar)
    assert "Mona" in home.bar.text
