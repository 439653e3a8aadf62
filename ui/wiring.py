"""Makes the pages of a window and carries the signals between them; they do not know each other.

Each page is imported when it is first shown: a window that opens on Today reads none of the
others' code.
"""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.finding import FoundKind
from mentorapp.domain.imports import ImportKind
from mentorapp.domain.unfinished_forms import FormKind
from mentorapp.words import Words
from ui import wiring_files, wiring_lists, wiring_map, wiring_pairings, wiring_reports, wiring_tabs
from ui.main_window import MainWindow, PageSpec
from ui.own_words import OwnWords
from ui.widgets.tabs_page import TabsPage
from ui.wiring_around import Surroundings
from ui.wiring_deleted import offer_same_person
from ui.wiring_file_privacy import offer_privacy
from ui.wiring_finding import Finding
from ui.wiring_forms import go_on
from ui.work import Worker

if TYPE_CHECKING:
    from mentorapp.operations.people import PersonFile
    from ui.backups.keeper import BackupKeeper
    from ui.meetings.logger import MeetingLogger
    from ui.security.desk import Desk


class Wiring(QObject):
    """The pages of one window."""

    language_wanted = Signal(str)
    office_saved = Signal(object)
    """The `Office` as it is now."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        read_only: Refused | None = None,
        backups: "BackupKeeper | None" = None,
        security: "Desk | None" = None,
    ) -> None:
        """`read_only` is why nothing can be written, if so."""
        super().__init__()
        self._worker, self._words, self._today = worker, words, today
        self._read_only, self._backups, self._security = read_only, backups, security
        self._window: MainWindow | None = None
        self._logger: MeetingLogger | None = None
        self._finding: Finding | None = None
        self._questions = wiring_pairings.Questions(self._around(), read_only)
        OwnWords(worker, words, self)

    def specs(self) -> list[PageSpec]:
        """The entries of the side bar."""
        _ = self._words.text
        return [
            PageSpec("today", "house", _("Today"), self._today_page, "Ctrl+1"),
            PageSpec("mentors", "users", _("Mentors"), self._mentors_page, "Ctrl+2"),
            PageSpec("newcomers", "user-plus", _("Newcomers"), self._newcomers_page, "Ctrl+3"),
            PageSpec(
                "organisations",
                "building-2",
                _("Organisations"),
                self._organisations_page,
                "Ctrl+4",
            ),
            PageSpec("pairing", "link", _("Find pairs"), self._pairing_page, "Ctrl+5"),
            PageSpec("pairings", "handshake", _("Pairings"), self._pairings_page, "Ctrl+6"),
            *wiring_tabs.tabbed_pages(self._around()),
            PageSpec("letters", "file-text", _("Letters"), self._letters_page, "Ctrl+7"),
            PageSpec("reports", "chart-column", _("Reports"), self._reports_page, "Ctrl+8"),
            PageSpec("settings", "settings", _("Settings"), self._settings_page, "Ctrl+9"),
        ]

    def _around(self) -> Surroundings:
        return Surroundings(
            self._worker,
            self._words,
            self._today,
            self.open_person_file,
            self.open_person,
            self.open_organisation_file,
            self.open_pairing,
            partial(self.pair_by_hand, "newcomer"),
            self.make_placement,
            self.open_import,
            self._backups,
            self._security,
        )

    def attach(self, window: MainWindow) -> None:
        """Tell in which window the pages stand."""
        self._window = window
        self.setParent(window)
        window.import_wanted.connect(self._import_here)
        self._finding = Finding(
            self._worker,
            self._words,
            self._today,
            window,
            {
                FoundKind.PERSON: self.open_person_file,
                FoundKind.PAIRING: self.open_pairing,
                FoundKind.ORGANISATION: self.open_organisation_file,
            },
            self.specs,
            lambda: wiring_tabs.page_tabs(self._around()),
        )

    @property
    def window(self) -> MainWindow:
        """The frame around the pages; asked for by signals only, so after `attach`."""
        assert self._window is not None  # noqa: S101 - nothing is clicked before
        return self._window

    # From one page to another

    def open_import(self, kind: ImportKind | str) -> None:
        """Open the import for one kind of list."""
        from ui.imports.dialog import ImportDialog

        if self._read_only is not None:
            self.window.show_refusal(self._read_only)
            return
        ImportDialog(self._worker, self._words, self._today, ImportKind(kind), self.window).open()

    def _import_here(self) -> None:
        """Open the import for what the visible page shows."""
        key = self.specs()[self.window.sidebar.currentRow()].key
        kinds = {kind.value for kind in ImportKind}
        self.open_import(key if key in kinds else ImportKind.ORGANISATIONS)

    def open_person(self, person_id: UUID) -> None:
        """Go to the list in which somebody is, and open his form."""
        from mentorapp.operations import people

        self._note(FoundKind.PERSON, person_id)
        today = self._today()
        self._worker.read(
            self.window, lambda tx: people.read(tx, person_id, today), self._show_person
        )

    def open_person_file(self, person_id: UUID, tab: str = "") -> None:
        """All that is known of a person beside the form; `tab` is the one to begin with."""
        from mentorapp.operations import people

        self._note(FoundKind.PERSON, person_id)
        around = self._around()
        file = wiring_files.open_file(
            self.window,
            around,
            self._words.text("Person file"),
            person_id,
            people.name_of,
            wiring_tabs.person_tabs,
            self.open_person,
            tab,
        )
        offer_same_person(file, person_id, around)
        offer_privacy(file, person_id, around, self.window)

    def open_organisation_file(self, organisation_id: UUID, tab: str = "") -> None:
        """All that is known of an organisation beside the form."""
        from mentorapp.operations import organisations

        self._note(FoundKind.ORGANISATION, organisation_id)
        wiring_files.open_file(
            self.window,
            self._around(),
            self._words.text("Organisation file"),
            organisation_id,
            organisations.name_of,
            wiring_tabs.organisation_tabs,
            self.edit_organisation,
            tab,
        )

    def edit_organisation(self, organisation_id: UUID) -> None:
        """Go to the list of organisations, and open the form of this one."""
        from ui.organisations.page import OrganisationsPage

        page = self.window.show_page("organisations")
        if isinstance(page, OrganisationsPage):
            page.open_organisation(organisation_id)

    def open_pairing(self, pairing_id: UUID) -> None:
        """Go to a pairing's own page."""
        from ui.pairings.page import PairingsPage

        self._note(FoundKind.PAIRING, pairing_id)
        page = self.window.show_page("pairings")
        if isinstance(page, PairingsPage):
            page.open_pairing(pairing_id)

    def make_placement(self, person_id: UUID, organisation_id: UUID | None) -> None:
        """Go to the placements, and open a form of this person there."""
        from ui.placements.page import PlacementsPage

        page = self.window.show_page("work")
        tab = page.show_tab("placements") if isinstance(page, TabsPage) else None
        if isinstance(tab, PlacementsPage):
            tab.new_placement(person_id, organisation_id)

    def print_letters(self, pairing_id: UUID | None) -> None:
        """Show the letters of a pairing, or all that are due."""
        from ui.letters.page import LettersPage

        page = self.window.show_page("letters")
        if isinstance(page, LettersPage):
            page.print_pairing(pairing_id)

    def print_due_of(self, ids: frozenset[UUID]) -> None:
        """Show the letters that are due to these people or pairings."""
        from ui.letters.page import LettersPage

        page = self.window.show_page("letters")
        if isinstance(page, LettersPage):
            page.print_due_of(ids)

    def pair_by_hand(self, _role: str, role_id: UUID) -> None:
        """Choose the other half for somebody."""
        from ui.pairing.page import PairingPage

        page = self.window.show_page("pairing")
        if isinstance(page, PairingPage):
            page.pair_by_hand(role_id)

    def _note(self, kind: FoundKind, id_: UUID) -> None:
        """For the field in which nothing is typed yet."""
        if self._finding is not None:
            self._finding.note(kind, id_)

    def _show_page(self, key: str) -> None:
        self.window.show_page(key)

    def _show_tab(self, key: str, tab: str) -> None:
        show = getattr(self.window.show_page(key), "show_tab", None)
        if show is not None:
            show(tab)

    def _show_person(self, file: "PersonFile") -> None:
        from ui.people.page import PeoplePage

        person = file.registration
        page = self.window.show_page("mentors" if person.mentor is not None else "newcomers")
        if isinstance(page, PeoplePage):
            page.open_person(person.person.id)

    # The pages

    def _meetings(self) -> "MeetingLogger":
        if self._logger is None:
            from ui.meetings.logger import MeetingLogger

            self._logger = MeetingLogger(
                self._worker, self._words, self._today, self, read_only=self._read_only
            )
        return self._logger

    def _today_page(self) -> QWidget:
        from ui.today.page import TodayPage

        # The logger and its dialog are read when a meeting is logged.
        page = TodayPage(
            self._worker,
            self._words,
            self._today,
            lambda pairing_id, bar: self._meetings().ask(pairing_id, bar),
        )
        page.open_person.connect(self.open_person)
        page.open_pairing.connect(self.open_pairing)
        page.open_file.connect(self.open_person_file)
        page.open_proposals.connect(lambda: self.window.show_page("pairing"))
        page.open_goals.connect(lambda: self._show_tab("outcomes", "goals"))
        page.open_events.connect(lambda: self._show_tab("belonging", "events"))
        page.open_outcomes.connect(lambda person: self.open_person_file(person, "outcomes"))
        page.open_form.connect(
            partial(
                go_on,
                self._worker,
                lambda: self.window,
                {FormKind.MEETING: self._meetings, FormKind.QUESTIONNAIRE: self._questions},
                self.open_person_file,
            )
        )
        page.page_wanted.connect(self._show_page)
        page.import_wanted.connect(self._import_here)
        page.print_letters.connect(self.print_letters)
        page.due.wanted.connect(lambda: self._show_tab("settings", "privacy"))
        return page

    def _ways(self) -> wiring_lists.Ways:
        return wiring_lists.Ways(
            self._around(), self.open_import, self.pair_by_hand, self.print_due_of
        )

    def _mentors_page(self) -> QWidget:
        return wiring_lists.mentors(self._ways())

    def _newcomers_page(self) -> QWidget:
        return wiring_lists.newcomers(self._ways())

    def _organisations_page(self) -> QWidget:
        return wiring_lists.organisations(self._ways())

    def _pairing_page(self) -> QWidget:
        return wiring_map.pairing_page(self._around())

    def _pairings_page(self) -> QWidget:
        page = wiring_pairings.pairings_page(
            self._around(), self._meetings(), self._questions, self._read_only
        )
        page.open_person.connect(self.open_person)
        page.print_letters.connect(self.print_letters)
        page.another_letter.connect(partial(wiring_files.ask_for_letter, self.window))
        page.print_due.connect(self.print_due_of)
        page.find_pairs.connect(lambda: self.window.show_page("pairing"))
        page.pair_again.connect(partial(self.pair_by_hand, "newcomer"))
        return page

    def _letters_page(self) -> QWidget:
        from ui.letters.page import LettersPage

        page = LettersPage(self._worker, self._words, self._today)
        page.settings_wanted.connect(lambda: self.window.show_page("settings"))
        return page

    def _reports_page(self) -> QWidget:
        around, ways = self._around(), (self.open_person_file, self._show_page, self._show_tab)
        return wiring_reports.reports_page(around, *ways)

    def _settings_page(self) -> QWidget:
        from ui.wiring_settings import settings_page

        page = settings_page(self._around())
        page.language_changed.connect(self.language_wanted)
        page.office_saved.connect(self.office_saved)
        return page
