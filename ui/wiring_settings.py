"""The page of settings, and the tabs that other features put into it."""

from functools import partial

from PySide6.QtWidgets import QWidget

from mentorapp.domain.accounts import Right
from ui import wiring_audit, wiring_backups, wiring_privacy
from ui.rights import open_tabs
from ui.settings.page import SettingsPage
from ui.widgets.message_bar import MessageBar
from ui.widgets.tabs_page import TabSpec
from ui.wiring_around import Surroundings


def settings_page(around: Surroundings) -> SettingsPage:
    """Everything of it, with the tabs."""
    more = partial(settings_tabs, around)
    return SettingsPage(around.worker, around.words, around.today, more=more)


def settings_tabs(around: Surroundings, bar: MessageBar) -> list[TabSpec]:
    """What Settings holds beside office, schemes and window."""
    _ = around.words.text
    tabs = [
        TabSpec(
            "letter_texts", _("Letter texts"), lambda: _letter_texts(around, bar), Right.FIGURES
        ),
        TabSpec("absences", _("Absences"), lambda: _absences(around, bar), Right.FIGURES),
        TabSpec("word_lists", _("Word lists"), lambda: _word_lists(around, bar), Right.FIGURES),
        TabSpec(
            "driving_rules",
            _("Practice driving"),
            lambda: _driving_rules(around, bar),
            Right.FIGURES,
        ),
        *wiring_backups.settings_tabs(around, bar),
        *_security_tab(around, bar),
        wiring_privacy.privacy_tab(around, bar),
        wiring_audit.log_tab(around, bar),
    ]
    return open_tabs(tabs, around.words, around.worker.who)


def _security_tab(around: Surroundings, bar: MessageBar) -> list[TabSpec]:
    desk = around.security
    if desk is None:
        return []

    def make() -> QWidget:
        from ui.security.tab import SecurityTab

        return SecurityTab(desk, around.words, around.today, bar)

    return [TabSpec("security", around.words.text("Security"), make, Right.FIGURES)]


def _letter_texts(around: Surroundings, bar: MessageBar) -> QWidget:
    from ui.letter_texts.tab import LetterTextsTab

    return LetterTextsTab(around.worker, around.words, around.today, bar)


def _absences(around: Surroundings, bar: MessageBar) -> QWidget:
    from ui.absences.tab import AbsencesTab

    return AbsencesTab(around.worker, around.words, around.today, bar)


def _word_lists(around: Surroundings, bar: MessageBar) -> QWidget:
    from ui.word_lists.tab import WordListsTab

    return WordListsTab(around.worker, around.words, bar)


def _driving_rules(around: Surroundings, bar: MessageBar) -> QWidget:
    from ui.practice_driving.rules_tab import RulesTab

    return RulesTab(around.worker, around.words, around.today, bar)
