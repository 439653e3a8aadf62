"""Opens a form that was left open on the page where it belongs."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol, runtime_checkable
from uuid import UUID

from mentorapp.domain.unfinished_forms import FormKind, UnfinishedForm
from ui.main_window import MainWindow
from ui.widgets.tabs_page import TabsPage
from ui.work import Worker

if TYPE_CHECKING:
    from mentorapp.operations import Transaction
    from ui.widgets.message_bar import MessageBar

_PAGES = {
    FormKind.MENTOR: "mentors",
    FormKind.NEWCOMER: "newcomers",
    FormKind.ORGANISATION: "organisations",
    FormKind.PAIRING: "pairings",
}
#: Where the form offers itself as soon as it is opened: a page with its tab ...
_TABS = {
    FormKind.PLACEMENT: ("work", "placements"),
    FormKind.DEMAND: ("work", "demand"),
    FormKind.EVENT: ("belonging", "events"),
}
#: ... or a tab of the person's file.
_FILE_TABS = {
    FormKind.PLACEMENT: "placements",
    FormKind.COMPETENCE_CARD: "competence",
    FormKind.PLAN_GOAL: "plan",
    FormKind.CONTACT_POINT: "contacts",
    FormKind.INTERVIEW: "interviews",
}


@runtime_checkable
class TakesUpForms(Protocol):
    """A page whose forms are kept."""

    def go_on(self, form: UnfinishedForm) -> None:
        """Open the form, with what was typed in it."""


class GoesOn(Protocol):
    """Opens forms of its own over whatever page is shown."""

    def go_on(self, form: UnfinishedForm, bar: "MessageBar") -> None:
        """Open the form, and tell in `bar` how it went."""


def go_on(
    worker: Worker,
    window: Callable[[], MainWindow],
    over_the_page: "Mapping[FormKind, Callable[[], GoesOn]]",
    open_file: Callable[[UUID, str], object],
    form_id: UUID,
) -> None:
    """Read the form and hand it to its page; some open over the page that is shown.

    What stands in a tab is shown there, by `open_file` where it belongs to a person: the form
    offers what was typed when it is opened.
    """
    from mentorapp.operations import unfinished_forms

    def hand_over(found: tuple[UnfinishedForm, UUID | None]) -> None:
        form, person_id = found
        kind = FormKind(form.form)
        if kind in over_the_page:
            over_the_page[kind]().go_on(form, window().message_bar)
            return
        if person_id is not None:
            open_file(person_id, _FILE_TABS[kind])
            return
        if kind not in _PAGES:
            key, tab = _TABS.get(kind, ("today", ""))
            page = window().show_page(key)
            if isinstance(page, TabsPage):
                page.show_tab(tab)
            return
        page = window().show_page(_PAGES[kind])
        if isinstance(page, TakesUpForms):
            page.go_on(form)

    def read(tx: "Transaction") -> tuple[UnfinishedForm, UUID | None]:
        form = unfinished_forms.read(tx, form_id)
        return form, unfinished_forms.person_of(tx, form)

    worker.read(window(), read, hand_over)
