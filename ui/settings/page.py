"""The page of settings: office, schemes, window."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.office import Office
from mentorapp.domain.schemes import Criterion, Scheme, Weight
from mentorapp.operations import Transaction, offices, schemes
from mentorapp.words import LANGUAGES, Words, language_name
from mentorapp.words.refusals import explain
from ui.format import plain_label
from ui.rights import only_shown
from ui.settings.live_example import LiveExample
from ui.settings.office_dialog import OfficeDialog
from ui.settings.overview import office_facts, scheme_columns
from ui.settings.papers_dialog import PapersDialog
from ui.settings.pictures_dialog import PicturesDialog
from ui.settings.scheme_dialog import SchemeDialog
from ui.theme import Tone
from ui.widgets.details_card import DetailsCard
from ui.widgets.fields import ChoiceField
from ui.widgets.message_bar import MessageBar
from ui.widgets.rereading import Rereading
from ui.widgets.tab_table import TabTable
from ui.widgets.tabs_page import TabSpec
from ui.work import Worker

Read: TypeAlias = tuple[Office, list[Scheme]]


class SettingsPage(QWidget):
    """Three tabs: what stands on the letters, what pairs are made for, how the window speaks."""

    language_changed = Signal(str)
    """The window is to speak this language."""
    office_saved = Signal(object)
    """The `Office` as it is now; its name may stand in the frame of the window."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        parent: QWidget | None = None,
        *,
        more: Callable[[MessageBar], Sequence[TabSpec]] | None = None,
    ) -> None:
        """`more` gives the tabs of other features, put before the last."""
        super().__init__(parent)
        _ = words.text
        self._worker = worker
        self._words = words
        self._today = today
        self._office = Office()
        self.message_bar = MessageBar(words)
        self.office = DetailsCard(_("The office is being read …"), longest_word=50)
        of_office = (
            self.office.add_button(_("Edit office"), "pencil", self._edit_office),
            self.office.add_button(_("Edit papers"), "mail", self._edit_papers),
            self.office.add_button(_("Logo and signatures …"), "pencil", self._edit_pictures),
        )
        self.schemes = TabTable[Scheme](
            scheme_columns(words), words.language, _("Schemes"), _("There is no scheme yet.")
        )
        of_schemes = (
            self.schemes.add_plain_button(_("New scheme"), "plus", self._new_scheme),
            self.schemes.add_button(_("Edit scheme"), "pencil", self._edit_scheme, opens=True),
        )
        only_shown(self.schemes, words, worker.who, schemes.save, *of_schemes)
        self.language = ChoiceField([(code, language_name(code)) for code in LANGUAGES])
        self.language.set_value(words.language)
        self.language.setMaximumWidth(320)
        self.language.changed.connect(self._change_language)
        self._more = more(self.message_bar) if more else ()
        self._lay_out()
        only_shown(self._office_tab, words, worker.who, offices.save, *of_office)
        self._rereading = Rereading(self, worker.changed, self._read)

    def show_tab(self, key: str) -> None:
        """Go to the tab of another feature. Raises StopIteration for a key that none has."""
        title = next(spec.title for spec in self._more if spec.key == key)
        titles = [self.tabs.tabText(at) for at in range(self.tabs.count())]
        self.tabs.setCurrentIndex(titles.index(title))

    def refresh(self) -> None:
        """Read the settings anew; asked twice in a row they are read once."""
        self._rereading.ask()

    # Inside

    def _read(self) -> None:
        self._worker.read(self, _read, self._show, self._refuse)

    def _show(self, got: Read) -> None:
        self._office, every = got
        _ = self._words.text
        self.office.show_facts(
            self._office.name or _("The office has no name yet"),
            self._office.municipality,
            office_facts(self._words, self._office),
            [] if self._office.name else [(_("Fill in before the first letter"), Tone.WARN)],
        )
        self.schemes.show_rows(every)

    def _change_language(self) -> None:
        if self.language.value() != self._words.language:
            self.language_changed.emit(self.language.value())

    def _edit_office(self) -> None:
        dialog = OfficeDialog(self._words, self._office, self)
        dialog.completed.connect(lambda office: self._save_office(dialog, office))
        dialog.open()

    def _edit_papers(self) -> None:
        dialog = PapersDialog(self._words, self._office, self)
        dialog.completed.connect(lambda office: self._save_office(dialog, office))
        dialog.open()

    def _edit_pictures(self) -> None:
        PicturesDialog(self._worker, self._words, self).open()

    def _save_office(self, dialog: OfficeDialog | PapersDialog, office: Office) -> None:
        def then(saved: Office) -> None:
            dialog.accepted_by_office()
            self.message_bar.success(self._words.text("The office is saved."))
            self.office_saved.emit(saved)

        self._worker.write(dialog, lambda tx: offices.save(tx, office), then, dialog.say)

    def _new_scheme(self) -> None:
        weights = {criterion.value: Weight.MEDIUM.value for criterion in Criterion}
        self._edit_scheme(
            Scheme(key="", names={}, mentor_titles={}, newcomer_titles={}, weights=weights)
        )

    def _edit_scheme(self, scheme: Scheme) -> None:
        dialog = SchemeDialog(self._words, scheme, self.schemes)
        dialog.completed.connect(lambda changed: self._save_scheme(dialog, changed))
        if scheme.key:
            LiveExample(self._worker, dialog, scheme, self._today)
        dialog.open()

    def _save_scheme(self, dialog: SchemeDialog, scheme: Scheme) -> None:
        def then(saved: Scheme) -> None:
            dialog.accepted_by_office()
            self.message_bar.success(
                self._words.text("Saved: %(name)s.") % {"name": saved.name(self._words.language)}
            )

        self._worker.write(dialog, lambda tx: _save_scheme(tx, scheme), then, dialog.say)

    def _refuse(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self._words, refused))

    def _lay_out(self) -> None:
        _ = self._words.text
        window = QFrame()
        window.setObjectName("card")
        form = QFormLayout(window)
        form.setContentsMargins(16, 16, 16, 16)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        title = plain_label(_("Language of the window"))
        title.setBuddy(self.language)
        self.language.setAccessibleName(title.text())
        form.addRow(title, self.language)
        hint = plain_label(
            _("Letters follow the person’s own language, reports the language chosen for them."),
            "muted",
        )
        hint.setWordWrap(True)
        form.addRow("", hint)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self._words.text("Settings"))
        self._office_tab = _padded(self.office)
        for widget, name in (
            (self._office_tab, _("Office")),
            (self.schemes, _("Schemes")),
            (_padded(window, stretch=True), _("Window")),
        ):
            self.tabs.addTab(widget, name)
        for spec in self._more:
            self.tabs.insertTab(self.tabs.count() - 1, spec.make(), spec.title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.setSpacing(12)
        layout.addWidget(self.message_bar)
        layout.addWidget(plain_label(_("Settings"), "h1"))
        layout.addWidget(self.tabs, 1)


def _read(tx: Transaction) -> Read:
    return offices.read(tx), schemes.all_schemes(tx)


def _save_scheme(tx: Transaction, scheme: Scheme) -> Scheme:
    if not scheme.key:
        scheme = replace(scheme, key=schemes.new_key(tx, scheme.name("en")))
    return schemes.save(tx, scheme)


def _padded(widget: QWidget, *, stretch: bool = False) -> QWidget:
    """A tab's content with room above, as wide as can be read."""
    widget.setMaximumWidth(760)
    box = QWidget()
    across = QHBoxLayout()
    across.addWidget(widget, 1)
    across.addStretch()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 12, 0, 0)
    layout.addLayout(across, 0 if stretch else 1)
    if stretch:
        layout.addStretch(1)
    return box
