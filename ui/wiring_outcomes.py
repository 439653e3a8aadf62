"""The tabs of the page Outcomes, and the person's; each is imported when it is first shown."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.accounts import Right
from mentorapp.words import Words
from ui.widgets.message_bar import MessageBar
from ui.widgets.tabs_page import TabSpec
from ui.work import Worker

Today = Callable[[], date]
OpenPerson = Callable[[UUID], object]


def outcome_tabs(
    worker: Worker, words: Words, today: Today, open_person: OpenPerson
) -> list[TabSpec]:
    """What is to be asked, cohorts, series of others, goals, background figures."""
    _ = words.text
    return [
        TabSpec("to_ask", _("To ask"), lambda: _questions(worker, words, today, open_person)),
        TabSpec("cohorts", _("Cohorts"), lambda: _cohorts(worker, words, today), Right.FIGURES),
        TabSpec("series", _("Series"), lambda: _series(worker, words, today), Right.FIGURES),
        TabSpec("goals", _("Goals"), lambda: _goals(worker, words, today), Right.FIGURES),
        TabSpec(
            "surroundings",
            _("Surroundings"),
            lambda: _surroundings(worker, words, today),
            Right.FIGURES,
        ),
    ]


def person_tab(worker: Worker, words: Words, today: Today, bar: MessageBar) -> TabSpec:
    """A person's exits and answers."""
    return TabSpec(
        "outcomes", words.text("Outcomes"), lambda: _of_person(worker, words, today, bar)
    )


def _questions(worker: Worker, words: Words, today: Today, open_person: OpenPerson) -> QWidget:
    from ui.outcomes.questions_page import QuestionsPage

    return QuestionsPage(worker, words, today, open_person)


def _cohorts(worker: Worker, words: Words, today: Today) -> QWidget:
    from ui.outcomes.cohorts_tab import CohortsTab

    return CohortsTab(worker, words, today)


def _series(worker: Worker, words: Words, today: Today) -> QWidget:
    from ui.series.page import SeriesPage

    return SeriesPage(worker, words, today)


def _goals(worker: Worker, words: Words, today: Today) -> QWidget:
    from ui.goals.page import GoalsPage

    return GoalsPage(worker, words, today)


def _surroundings(worker: Worker, words: Words, today: Today) -> QWidget:
    from ui.surroundings.page import SurroundingsPage

    return SurroundingsPage(worker, words, today)


def _of_person(worker: Worker, words: Words, today: Today, bar: MessageBar) -> QWidget:
    from ui.outcomes.person_tab import OutcomesTab

    return OutcomesTab(worker, words, today, bar)
