"""The tabs of the page Reports; each is imported when it is first shown."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.accounts import Right
from mentorapp.domain.report_lacks import Lack, LackPlace
from ui.rights import open_tabs
from ui.widgets.tabs_page import TabsPage, TabSpec
from ui.wiring_around import Surroundings

OpenFile = Callable[[UUID, str], object]


def reports_page(
    around: Surroundings,
    open_file: OpenFile,
    show_page: Callable[[str], object],
    show_tab: Callable[[str, str], object],
) -> QWidget:
    """`open_file` opens a person's file at a tab."""
    _ = around.words.text
    tabs = [
        TabSpec("make", _("Make a report"), lambda: _make(around), Right.FIGURES),
        TabSpec(
            "ready",
            _("Ready to report?"),
            lambda: _ready(around, open_file, show_page, show_tab),
        ),
        TabSpec("printed", _("Printed"), lambda: _printed(around), Right.FIGURES),
    ]
    return TabsPage(_("Reports"), open_tabs(tabs, around.words, around.worker.who))


def _make(around: Surroundings) -> QWidget:
    from ui.reports.page import ReportsPage

    return ReportsPage(around.worker, around.words, around.today)


def _ready(
    around: Surroundings,
    open_file: OpenFile,
    show_page: Callable[[str], object],
    show_tab: Callable[[str, str], object],
) -> QWidget:
    from ui.reports.ready_tab import ReadyTab

    def file_at(tab: str) -> Callable[[Lack], object]:
        return lambda lack: open_file(lack.subject, tab)

    return ReadyTab(
        around.worker,
        around.words,
        around.today,
        {
            LackPlace.PAIRING: lambda lack: around.open_pairing(lack.subject),
            LackPlace.PERSON: lambda lack: around.edit_person(lack.subject),
            LackPlace.OUTCOMES: file_at("outcomes"),
            LackPlace.PLACEMENTS: file_at("placements"),
            LackPlace.PROPOSALS: lambda _lack: show_page("pairing"),
            LackPlace.EVENTS: lambda _lack: show_tab("belonging", "events"),
        },
    )


def _printed(around: Surroundings) -> QWidget:
    from ui.reports.printed_tab import PrintedTab

    return PrintedTab(around.worker, around.words, around.today)
