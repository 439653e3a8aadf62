"""Help → About: version, licence, and whose work ships with the program."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

import mentorapp
from mentorapp.words import N_, Words
from ui.format import plain_label

#: Attribution is what the licences of GeoNames (CC BY 4.0), the fonts and the icons ask for.
_CREDITS = (
    (
        N_("Postal codes and coordinates"),
        N_("GeoNames (geonames.org), CC BY 4.0, with stray points mended"),
    ),
    (N_("Coastlines of the map"), N_("Natural Earth (naturalearthdata.com), public domain")),
    (N_("Fonts"), N_("Noto Sans by the Noto Project Authors, SIL Open Font License 1.1")),
    (N_("Icons"), N_("Lucide (lucide.dev), ISC licence")),
    (N_("Window"), N_("Qt and PySide6 by The Qt Company, LGPL 3")),
)


class AboutDialog(QDialog):
    """Short and to be read by a screen reader from top to bottom."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.text
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("About Mentorapp"))
        self.setFixedWidth(560)
        self.lines = [
            plain_label(_("Mentorapp %(version)s") % {"version": mentorapp.__version__}, "h1"),
            plain_label(_("Registers, pairs and follows up mentors and newcomers.")),
            plain_label(_("Free software under the European Union Public Licence 1.2 (EUPL-1.2).")),
            *(
                plain_label(_("%(what)s: %(whose)s") % {"what": _(what), "whose": _(whose)})
                for what, whose in _CREDITS
            ),
        ]
        close = QPushButton(_("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QDialogButtonBox()
        buttons.addButton(close, QDialogButtonBox.ButtonRole.AcceptRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(10)
        for line in self.lines:
            line.setWordWrap(True)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(line)
        layout.addStretch()
        layout.addWidget(buttons)
