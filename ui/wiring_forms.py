"""Opens a form that was left open on the page where it belongs."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, runtime_checkable
from uuid import UUID

from mentorapp.domain.unfinished_forms import FormKind, UnfinishedForm
from ui.main_window import MainWindow
from ui.work import Worker

if TYPE_CHECKING:
    from ui.meetings.logger import MeetingLogger

_PAGES = {
    FormKind.MENTOR: "mentors",
    FormKind.NEWCOMER: "newcomers",
    FormKind.ORGANISATION: "organisations",
    FormKind.PAIRING: "pairings",
}


@runtime_checkable
class TakesUpForms(Protocol):
    """A page whose forms are kept."""

    def go_on(self, form: UnfinishedForm) -> None:
        """Open the form, with what was typed in it."""


def go_on(
    worker: Worker,
    window: Callable[[], MainWindow],
    meetings: "Callable[[], MeetingLogger]",
    form_id: UUID,
) -> None:
    """Read the form and hand it to its page; a meeting's opens over the page that is shown."""
    from mentorapp.operations import unfinished_forms

    def hand_over(form: UnfinishedForm) -> None:
        kind = FormKind(form.form)
        if kind is FormKind.MEETING:
            meetings().go_on(form, window().message_bar)
            return
        page = window().show_page(_PAGES[kind])
        if isinstance(page, TakesUpForms):
            page.go_on(form)

    worker.read(window(), lambda tx: unfinished_forms.read(tx, form_id), hand_over)
