"""The office's logo and the signatures of its coordinators: look, choose, remove."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLabel, QScrollArea, QWidget

from mentorapp.domain.errors import CannotWriteFile, Refused
from mentorapp.domain.office_pictures import Pictures, PictureUse
from mentorapp.operations import Transaction, office_pictures, offices
from mentorapp.operations.files import read_at_most
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.format import plain_label
from ui.settings.drawings import as_png, is_drawing
from ui.widgets.buttons import picture_button
from ui.widgets.plain_dialog import PlainDialog
from ui.work import Worker

_SHOWN = QSize(260, 78)


class PicturesDialog(PlainDialog):
    """One row for the logo, one for each coordinator."""

    shown = Signal()
    """The pictures as they are now stand in the rows."""

    def __init__(self, worker: Worker, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, words.text("Logo and signatures"), QSize(760, 520), parent)
        self._worker = worker
        hint = plain_label(
            words.text(
                "PNG or SVG. The logo stands in the head of every letter, at most 60 × 18 mm; a "
                "signature above the printed name, where it is that coordinator who signs."
            ),
            "muted",
        )
        hint.setWordWrap(True)
        self.body.addWidget(hint)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(self._area, 1)
        self._read()

    def take(self, use: PictureUse, coordinator: str, file: Path) -> None:
        """Read the file, and let the picture stand there."""
        try:
            data = read_at_most(file)
        except CannotWriteFile as refused:
            self._refuse(refused)
            return

        def put(tx: Transaction) -> None:
            png = as_png(data) if is_drawing(data) else data
            office_pictures.put(tx, use, office_pictures.fit_for_paper(png), coordinator)

        self._worker.write(self, put, lambda _done: self._changed(), self._refuse)

    def remove(self, use: PictureUse, coordinator: str) -> None:
        """Print without it from now on."""
        self._worker.write(
            self,
            lambda tx: office_pictures.remove(tx, use, coordinator),
            lambda _done: self._changed(),
            self._refuse,
        )

    def _choose(self, use: PictureUse, coordinator: str) -> None:
        _ = self.words.text
        name, _kind = QFileDialog.getOpenFileName(
            self, _("Choose a picture"), "", _("Pictures") + " (*.png *.svg)"
        )
        if name:
            self.take(use, coordinator, Path(name))

    def _changed(self) -> None:
        self.message_bar.clear()
        self._read()

    def _read(self) -> None:
        self._worker.read(self, _read, lambda got: self._show(*got), self._refuse)

    def _show(self, names: tuple[str, ...], pictures: Pictures) -> None:
        _ = self.words.text
        sheet = QWidget()
        sheet.setObjectName("sheet")
        grid = QGridLayout(sheet)
        grid.setColumnStretch(0, 1)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        rows = [(PictureUse.LOGO, "", _("Logo"), pictures.logo)]
        rows += [
            (
                PictureUse.SIGNATURE,
                name,
                _("Signature of %(name)s") % {"name": name},
                pictures.signature_of(name),
            )
            for name in names
        ]
        for row, (use, name, said, png) in enumerate(rows):
            self._add_row(grid, row, use, name, said, png)
        grid.setRowStretch(len(rows), 1)
        self._area.setWidget(sheet)
        self.shown.emit()

    def _add_row(
        self, grid: QGridLayout, row: int, use: PictureUse, name: str, said: str, png: bytes
    ) -> None:
        _ = self.words.text
        title = plain_label(said)
        title.setWordWrap(True)
        choose = picture_button(_("Choose"), "pencil", lambda: self._choose(use, name))
        choose.setAccessibleName(_("Choose: %(what)s") % {"what": said})
        remove = picture_button(_("Remove"), "trash-2", lambda: self.remove(use, name))
        remove.setAccessibleName(_("Remove: %(what)s") % {"what": said})
        remove.setEnabled(bool(png))
        grid.addWidget(title, row, 0)
        grid.addWidget(_preview(self.words, png), row, 1)
        grid.addWidget(choose, row, 2)
        grid.addWidget(remove, row, 3)

    def _refuse(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self.words, refused))


def _preview(words: Words, png: bytes) -> QLabel:
    """On white, as on paper, whatever the window's own colours are."""
    shown = plain_label(words.text("none"), "muted") if not png else QLabel()
    shown.setFixedSize(_SHOWN)
    shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
    if png:
        found = QPixmap()
        found.loadFromData(png)
        shown.setStyleSheet("background: white")
        smooth = Qt.TransformationMode.SmoothTransformation
        within = _SHOWN - QSize(8, 8)
        shown.setPixmap(found.scaled(within, Qt.AspectRatioMode.KeepAspectRatio, smooth))
        shown.setAccessibleName(words.text("Picture as it is printed"))
    return shown


def _read(tx: Transaction) -> tuple[tuple[str, ...], Pictures]:
    return offices.read(tx).coordinators, office_pictures.read(tx)
