"""Shows what would become of somebody, and asks for his number before anything goes."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentorapp.domain.personal_data import DataCategory
from mentorapp.operations.erasing import Preview
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.retention import say_beside
from ui.format import plain_label
from ui.widgets.fields import TextField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.table import TableView
from ui.widgets.table_model import Column, TableModel

_SHOWN = 6
"""Lines that are seen without scrolling: the number is to be seen on a small screen too."""


class Removal(StrEnum):
    """How much goes."""

    ERASE = "erase"
    ANONYMISE = "anonymise"
    """What statistics count stays, without a name."""


class RemoveDialog(FormDialog):
    """Its title names nobody. Closing it changes nothing; once it is being done, it stays open."""

    def __init__(
        self, words: Words, removal: Removal, told: Preview, parent: QWidget | None = None
    ) -> None:
        _ = words.text
        erases = removal is Removal.ERASE
        title = _("Erase for good") if erases else _("Make anonymous")
        super().__init__(words, title, title, parent)
        self.setMinimumWidth(620)
        self.save_button.setProperty("primary", False)
        self.save_button.setProperty("danger", True)
        self._number = str(told.number)
        who = f"{told.name} ({told.number})"
        self.add_group(who, _hint(words, removal))
        self.table = _table(words, removal, told)
        self.add_wide(self.table)
        for line in say_beside(words, told.pairs if erases else 0, told.elsewhere):
            said = plain_label(line)
            said.setWordWrap(True)
            self.add_wide(said)
        self.add_group(_("To be sure"))
        self.number = self.add_row(
            "number",
            _("Number of the person"),
            TextField(20),
            _("Type the number that stands behind the name. This cannot be undone."),
            required=True,
        )
        self.check_field = lambda _name: self._wrong()
        self._under_way = False

    def stay_open(self) -> None:
        """It is being done now: what came of it has to be told."""
        self._under_way = True
        self.cancel_button.setEnabled(False)

    def allow_saving(self) -> None:
        self._under_way = False
        self.cancel_button.setEnabled(True)
        super().allow_saving()

    def reject(self) -> None:
        if self._under_way:
            return
        self.start_afresh()  # a number that was typed is nothing that could be lost
        super().reject()

    def _wrong(self) -> str:
        if self.number.value() == self._number:
            return ""
        said = self.words.text("This is not the number of the person: it is %(number)s.")
        return said % {"number": self._number}


def _hint(words: Words, removal: Removal) -> str:
    if removal is Removal.ERASE:
        return words.text(
            "All that goes is in the list, and a backup that is restored some day does not bring "
            "it back. If papers have to go into an archive, that comes first."
        )
    return words.text(
        "Who it was goes for good, also from backups that are restored. What statistics count "
        "stays without a name, so that the figures of before stay as they are."
    )


def _table(words: Words, removal: Removal, told: Preview) -> TableView[DataCategory]:
    _ = words.text
    order, erases = list(DataCategory), removal is Removal.ERASE
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    model: TableModel[DataCategory] = TableModel(
        [
            Column(_("What"), lambda one: label(words, one), order.index, width=280),
            Column(
                _("Goes") if erases else _("There is"),
                lambda one: words.number(told.goes[one]),
                lambda one: told.goes[one],
                width=80,
                align=right,
            ),
            Column(
                _("Would stay without a name") if erases else _("Stays without a name"),
                lambda one: words.number(told.stays.get(one, 0)),
                lambda one: told.stays.get(one, 0),
                width=190,
                align=right,
            ),
        ],
        words.language,
    )
    table = TableView(model, _("What would go"), key=lambda one: one)
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    model.show([one for one in order if told.goes.get(one)])
    table.headings.fit()
    rows = min(model.rowCount(), _SHOWN)
    height = table.horizontalHeader().sizeHint().height()
    table.setFixedHeight(height + rows * table.verticalHeader().defaultSectionSize() + 4)
    return table
