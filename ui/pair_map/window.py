"""The window of the map: it stays open beside the board and reads itself anew with it."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from mentorapp.domain.errors import Refused
from mentorapp.operations.pair_map import read
from mentorapp.words import Words
from mentorapp.words.pair_map import say_missing
from mentorapp.words.refusals import explain
from ui.format import plain_label
from ui.pair_map.canvas import MapCanvas
from ui.pair_map.filters import MapFilters
from ui.pair_map.lines import Chosen
from ui.pair_map.panel import MapPanel, key_of
from ui.pair_map.scene import Scene, scene_of
from ui.pair_map.wording import say_chosen
from ui.widgets.announcing import announce
from ui.widgets.plain_dialog import PlainDialog
from ui.widgets.rereading import Rereading
from ui.work import Worker

_TIMES = 1.5


class MapWindow(PlainDialog):
    """The map at the left, all that it tells as lists at the right."""

    open_person = Signal(object)
    open_pairing = Signal(object)

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        scheme_id: UUID | None,
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(words, _("Map"), QSize(1240, 780), parent)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, on=True)
        self.worker, self._today, self._scheme = worker, today, scheme_id
        self.scene: Scene | None = None
        self._chosen = Chosen()
        self.filters = MapFilters(words)
        self.canvas = MapCanvas(words)
        self.panel = MapPanel(words)
        self.missing = plain_label(_("Reading …"), "muted")
        self.missing.setWordWrap(True)
        self.about = plain_label(
            _(
                "A mark stands for a whole postal place, never for a home. "
                "Distances are as the crow flies."
            ),
            "muted",
        )
        self.about.setWordWrap(True)
        self._lay_out()
        self.filters.scheme_chosen.connect(self._choose_scheme)
        self.filters.kinds_chosen.connect(self._show_kinds)
        self.canvas.chosen.connect(self._choose_on_map)
        self.canvas.opened.connect(self.panel.focus_people)
        self.panel.place_chosen.connect(self._choose_in_list)
        self.panel.open_person.connect(self.open_person)
        self.panel.open_pairing.connect(self.open_pairing)
        self._rereading = Rereading(self, worker.changed, self._read)
        self.canvas.setFocus()

    def show_scheme(self, scheme_id: UUID | None) -> None:
        """Another scheme is wanted on the map."""
        self._scheme = scheme_id
        self._rereading.ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._chosen != Chosen():
            self._choose_on_map(Chosen())
            self.canvas.choose(self._chosen)
            return
        super().keyPressEvent(event)

    # What is shown

    def _read(self) -> None:
        scheme, today = self._scheme, self._today()
        ground = self.scene.ground if self.scene is not None else None
        self.worker.read(
            self, lambda tx: scene_of(read(tx, scheme, today), ground), self._show, self._refuse
        )

    def _refuse(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self.words, refused))

    def _show(self, scene: Scene) -> None:
        before = self.scene
        kept = self._chosen.spot
        key = key_of(before.found.spots[kept]) if before and kept is not None else None
        self.scene = scene
        found = scene.found
        self.filters.offer(found.schemes, found.scheme_id)
        self.missing.setText(say_missing(self.words, found.people_missing, found.pairs_missing))
        self.missing.setVisible(bool(self.missing.text()))
        self.canvas.show_scene(scene)
        self.panel.show_scene(scene, self.filters.shown())
        self._chosen = Chosen(self.panel.index_of(key))
        if self._chosen.spot is not None:
            self.canvas.choose(self._chosen)
        self.panel.show_chosen(self._chosen)

    # What is chosen

    def _choose_scheme(self) -> None:
        self.show_scheme(self.filters.scheme.value())

    def _show_kinds(self) -> None:
        if self.scene is None:
            return
        shown = self.filters.shown()
        self.canvas.show_kinds(shown)
        self.panel.show_scene(self.scene, shown)
        kept = self._chosen.spot
        key = key_of(self.scene.found.spots[kept]) if kept is not None else None
        line = self._chosen.line if self._chosen.line and self._chosen.line.kind in shown else None
        self._chosen = Chosen(self.panel.index_of(key), line)
        self.canvas.choose(self._chosen)
        self.panel.show_chosen(self._chosen)

    def _choose_in_list(self, index: int) -> None:
        self.canvas.choose(Chosen(index))
        self._tell(Chosen(index))

    def _choose_on_map(self, chosen: Chosen) -> None:
        self._tell(chosen)
        if self.scene is not None:
            said = say_chosen(self.words, self.scene, chosen, self.filters.shown())
            self.canvas.setAccessibleDescription(said)
            if said:
                announce(self.canvas, said)

    def _tell(self, chosen: Chosen) -> None:
        self._chosen = chosen
        self.panel.show_chosen(chosen)

    # How it is put together

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.about)
        column.addWidget(self.missing)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.addWidget(left)
        halves.addWidget(self.panel)
        halves.setStretchFactor(0, 1)
        halves.setSizes([640, 520])
        self.body.addWidget(self.filters)
        self.body.addWidget(halves, 1)
        _ = self.words.text
        corner = QHBoxLayout(self.canvas)
        corner.setContentsMargins(10, 10, 10, 10)
        corner.setSpacing(6)
        corner.addStretch()
        for text, name, do in (
            ("+", _("Zoom in"), lambda: self.canvas.zoom(_TIMES)),
            ("−", _("Zoom out"), lambda: self.canvas.zoom(1 / _TIMES)),
            (_("Show all"), _("Show all places (Home)"), self.canvas.fit),
        ):
            button = QPushButton(text)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setAutoDefault(False)
            button.setCursor(Qt.CursorShape.ArrowCursor)
            button.clicked.connect(lambda _checked, do=do: do())
            corner.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
