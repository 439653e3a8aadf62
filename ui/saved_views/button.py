"""The button of a list that offers its saved views, and keeps new ones."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QPushButton

from mentorapp.domain.errors import InvalidField, Refused
from mentorapp.domain.saved_views import SavedView
from mentorapp.operations import saved_views
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.icons import icon
from ui.saved_views.state import choose, written
from ui.widgets.announcing import announce
from ui.widgets.buttons import ICON_SIZE
from ui.widgets.fields import TextField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.list_page import ListPage
from ui.widgets.rereading import Rereading
from ui.widgets.taking_back import undo_button
from ui.work import Worker

_KEYS = 9


class ViewsButton(QPushButton):
    """Ctrl+Shift+1 to 9 choose the first nine views of the list."""

    def __init__(self, page: ListPage[Any], key: str, worker: Worker, words: Words) -> None:
        """`key` is the list, as its views tell it."""
        super().__init__(icon("eye"), words.text("Views"))
        self._page, self._key, self._worker, self._words = page, key, worker, words
        self.views: list[SavedView] = []
        self.current = ""
        self.setIconSize(ICON_SIZE)
        self.setAutoDefault(False)
        self.menu_of_views = QMenu(self)
        self.menu_of_views.aboutToShow.connect(self._fill)
        self.setMenu(self.menu_of_views)
        page.add_control(self)
        for number in range(_KEYS):
            keys = QKeySequence(_key(number))
            shortcut = QShortcut(keys, page)
            shortcut.setWhatsThis(self.text())
            shortcut.activated.connect(partial(self._choose_number, number))
        self._rereading = Rereading(page, worker.changed, self._read)
        self._rereading.ask()

    def choose(self, view: SavedView) -> None:
        """Show the list as it was kept."""
        choose(self._page, view.choices)
        self.current = view.name
        announce(self._page, f"{view.name}: {self._page.count.text()}")
        self._page.table.setFocus()

    def _choose_number(self, number: int) -> None:
        if number < len(self.views):
            self.choose(self.views[number])

    def _read(self) -> None:
        self._worker.read(self, lambda tx: saved_views.of_page(tx, self._key), self._keep)

    def _keep(self, views: Sequence[SavedView]) -> None:
        self.views = list(views)

    def _fill(self) -> None:
        menu, _ = self.menu_of_views, self._words.text
        menu.clear()
        for before in menu.findChildren(QMenu):
            before.deleteLater()  # what `clear` leaves of the menus inside
        for number, view in enumerate(self.views):
            action = menu.addAction(view.name.replace("&", "&&"))
            if number < _KEYS:
                native = QKeySequence(_key(number)).toString(QKeySequence.SequenceFormat.NativeText)
                action.setText(f"{action.text()}\t{native}")
            action.setCheckable(True)
            action.setChecked(view.name == self.current)
            action.triggered.connect(partial(self._chosen, view))
        if self.views:
            menu.addSeparator()
        menu.addAction(_("Save view as …")).triggered.connect(lambda _checked: self.ask_to_save())
        for text, do in ((_("Rename view"), self.ask_to_rename), (_("Delete view"), self._delete)):
            inside = menu.addMenu(text)
            inside.setEnabled(bool(self.views))
            for view in self.views:
                action = inside.addAction(view.name.replace("&", "&&"))
                action.triggered.connect(partial(_without_state, do, view))

    def _chosen(self, view: SavedView, _checked: bool = False) -> None:
        self.choose(view)

    # What changes them

    def ask_to_save(self) -> None:
        """Ask for a name and keep what is chosen now."""
        _ = self._words.text
        dialog = _NameDialog(self._words, _("Save view"), "", self._page)
        dialog.submitted.connect(lambda: self._save(dialog))
        dialog.open()

    def ask_to_rename(self, view: SavedView) -> None:
        """Ask for another name."""
        _ = self._words.text
        dialog = _NameDialog(self._words, _("Rename view"), view.name, self._page)
        dialog.submitted.connect(lambda: self._rename(dialog, view))
        dialog.open()

    def _save(self, dialog: "_NameDialog") -> None:
        view = SavedView(page=self._key, name=dialog.name(), choices=written(self._page))

        def done(kept: SavedView) -> None:
            self.current = kept.name
            dialog.accepted_by_office()
            self._say(self._words.text("View saved: %(name)s."), kept)

        self._worker.write(dialog, lambda tx: saved_views.save(tx, view), done, dialog.say)

    def _rename(self, dialog: "_NameDialog", view: SavedView) -> None:
        name = dialog.name()

        def done(kept: SavedView) -> None:
            dialog.accepted_by_office()
            self._say(self._words.text("View saved: %(name)s."), kept)

        self._worker.write(
            dialog, lambda tx: saved_views.rename(tx, view.id, name), done, dialog.say
        )

    def _delete(self, view: SavedView) -> None:
        self._worker.write(
            self,
            lambda tx: saved_views.delete(tx, view.id),
            lambda gone: self._say(self._words.text("View deleted: %(name)s."), gone),
            self._refuse,
        )

    def _say(self, text: str, view: SavedView) -> None:
        undo = undo_button(self._words, self._worker)
        self._page.message_bar.success(text % {"name": view.name}, undo)

    def _refuse(self, refused: Refused) -> None:
        self._page.message_bar.warning(explain(self._words, refused))


class _NameDialog(FormDialog):
    """One line: what the view is called."""

    def __init__(self, words: Words, title: str, name: str, page: ListPage[Any]) -> None:
        super().__init__(words, title, "", page)
        _ = words.text
        self.add_group(
            "",
            _("The view keeps the search, the filters, the columns and the order, for all here."),
        )
        self._name = TextField()
        self._name.set_value(name)
        self.add_row("name", _("Name"), self._name)

    def say(self, refused: Refused) -> None:
        """Why it was not kept, at the name where it is the reason."""
        self.refuse(
            explain(self.words, refused),
            refused.field if isinstance(refused, InvalidField) else "",
        )

    def name(self) -> str:
        """What was typed."""
        return self._name.value()


def _key(number: int) -> str:
    return f"Ctrl+Shift+{number + 1}"


def _without_state(do: Any, view: SavedView, _checked: bool = False) -> None:
    do(view)
