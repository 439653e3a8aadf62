"""Help → About: version, licence, and whose work ships with the program."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

import mentorapp
from mentorapp.reference.licences import PartKind, parts, sqlcipher_notice
from mentorapp.words import N_, Words
from ui.format import plain_label
from ui.widgets.enter import EnterDialog

_HEADINGS = {
    PartKind.LIBRARY: N_("Libraries"),
    PartKind.INSIDE: N_("What the libraries contain"),
    PartKind.DATA: N_("Data, fonts and icons"),
}


class AboutDialog(EnterDialog):
    """A few lines, and a text with all parts, to be read by a screen reader from top to bottom."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.text
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("About Mentorapp"))
        room = self.screen().availableGeometry().size()
        self.resize(QSize(680, 600).boundedTo(QSize(room.width() - 40, room.height() - 80)))
        self.lines = [
            plain_label(_("Mentorapp %(version)s") % {"version": mentorapp.__version__}, "h1"),
            plain_label(_("Registers, pairs and follows up mentors and newcomers.")),
            plain_label(_("Free software under the European Union Public Licence 1.2 (EUPL-1.2).")),
        ]
        self.parts = QPlainTextEdit(_all_parts(words))
        self.parts.setReadOnly(True)
        self.parts.setTabChangesFocus(True)
        self.parts.setAccessibleName(_("Whose work ships with the program"))
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
        layout.addWidget(plain_label(self.parts.accessibleName(), "h2"))
        layout.addWidget(self.parts, 1)
        layout.addWidget(buttons)
        close.setFocus()


def _all_parts(words: Words) -> str:
    """Heading by heading, each part with whose it is and its licence; then the notices."""
    every = parts()
    blocks = []
    for kind, heading in _HEADINGS.items():
        lines = [f"{one.name} – {one.whose} – {one.licence}" for one in every if one.kind is kind]
        blocks.append("\n".join([words.text(heading).upper(), *lines]))
    blocks.append(f"SQLCIPHER\n{sqlcipher_notice()}")
    return "\n\n".join(blocks)
