"""Makes the pairing page, and opens its map beside the window."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from ui.wiring_around import Surroundings


def pairing_page(around: Surroundings) -> QWidget:
    """The page; its map is made when it is first asked for, and there is one of it."""
    from ui.pairing.page import PairingPage

    page = PairingPage(around.worker, around.words, around.today)
    page.open_pairing.connect(around.open_pairing)
    page.map_wanted.connect(lambda scheme_id: _show_map(around, page, scheme_id))
    return page


def _show_map(around: Surroundings, page: QWidget, scheme_id: UUID | None) -> None:
    from ui.pair_map.window import MapWindow

    home = page.window()
    shown = next((one for one in home.findChildren(MapWindow) if one.isVisible()), None)
    if shown is not None:
        shown.show_scheme(scheme_id)
    else:
        shown = MapWindow(around.worker, around.words, around.today, scheme_id, home)
        shown.open_person.connect(around.open_person)
        shown.open_pairing.connect(around.open_pairing)
        shown.show()
    shown.raise_()
    shown.activateWindow()
