"""Where the window goes first when its office has just been made."""

from mentorapp.domain.imports import ImportKind
from ui.first_use.steps import NextStep
from ui.wiring import Wiring


def begin_with(wiring: Wiring, step: NextStep) -> None:
    """Open the import for a list of mentors, or the form of the first one; or show Today."""
    if step is NextStep.IMPORT:
        wiring.open_import(ImportKind.MENTORS)
    elif step is NextStep.REGISTER:
        from ui.people.page import PeoplePage  # most starts show another page first

        page = wiring.window.show_page("mentors")
        if isinstance(page, PeoplePage):
            page.new_person()
