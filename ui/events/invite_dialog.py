"""Whom to invite: a filter at the left, those whom it takes at the right, chosen one by one or all.

Nobody is chosen to begin with: an untouched filter takes everybody in the register.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from mentorapp.domain.event_filters import EventFilter, GuestPair, GuestRole
from mentorapp.domain.people import AgeBand, Gender
from mentorapp.domain.word_lists import WordList
from mentorapp.operations.guests import Preview
from mentorapp.reference.languages import languages
from mentorapp.words import Words
from mentorapp.words.events import say_others
from mentorapp.words.labels import label
from ui.format import capital, plain_label
from ui.widgets.buttons import picture_button
from ui.widgets.checks_field import ChecksField
from ui.widgets.chips import ChipsField
from ui.widgets.fields import CheckField, ChoiceField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.words_field import words_field


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """What there is to choose from: scheme keys with names, municipalities, districts."""

    schemes: Sequence[tuple[str, str]]
    municipalities: Sequence[str]
    districts: Sequence[str]


class InviteDialog(FormDialog):
    """Says at once whom the filter takes; those who are ticked are invited."""

    asked = Signal()
    """The filter was changed: somebody should say how many it takes."""

    def __init__(self, words: Words, choices: FilterChoices, parent: QWidget | None = None) -> None:
        _ = words.text
        super().__init__(words, _("Invite by filter"), _("Invite"), parent=parent)
        self.count = plain_label(_("Counting …"))
        self.count.setWordWrap(True)
        self.people = _People(_("Who fits"))
        self.people.itemChanged.connect(lambda _item: self.allow_saving())
        self.all_button = picture_button(_("Choose all shown"), "list-checks", self.choose_all)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(80)
        self._soon.timeout.connect(self.asked)
        self.roles = ChecksField([(one, capital(label(words, one))) for one in GuestRole])
        self.schemes = ChecksField(choices.schemes)
        self.pair = ChoiceField(
            [(None, _("Both")), *((one, capital(label(words, one))) for one in GuestPair)]
        )
        self.genders = ChecksField([(one, capital(label(words, one))) for one in Gender])
        self.ages = ChecksField([(one, label(words, one)) for one in AgeBand])
        self.languages = ChipsField(
            words, [(key, one.name(words.language)) for key, one in languages().items()]
        )
        self.interests = words_field(words, WordList.INTERESTS)
        anywhere = ("", _("Anywhere"))
        self.municipality = ChoiceField([anywhere, *((one, one) for one in choices.municipalities)])
        self.district = ChoiceField([anywhere, *((one, one) for one in choices.districts)])
        self.childcare = CheckField(_("Only those who need it"))
        self.untrained = CheckField(_("Only mentors without training"))
        self.former = CheckField(_("Also newcomers who have completed"))
        self._put_people_beside()
        for name, text in (
            ("roles", _("Who")),
            ("schemes", _("Schemes")),
            ("pair", _("Pairing")),
            ("genders", _("Gender")),
            ("ages", _("Age")),
            ("languages", _("Speaks one of")),
            ("interests", _("Interests")),
            ("municipality", _("Municipality")),
            ("district", _("District")),
            ("childcare", _("Childcare")),
            ("untrained", _("Training")),
            ("former", _("Former")),
        ):
            field: QWidget = getattr(self, name)
            self.add_row(name, text, field)
            field.changed.connect(lambda *_values: self._soon.start())  # type: ignore[attr-defined]
        self.start_afresh()

    def wanted(self) -> EventFilter:
        """The filter as it stands."""
        return EventFilter(
            roles=self.roles.value(),
            schemes=self.schemes.value(),
            languages=frozenset(self.languages.value()),
            interests=frozenset(self.interests.value()),
            genders=self.genders.value(),
            age_bands=self.ages.value(),
            municipality=self.municipality.value(),
            district=self.district.value(),
            pair=self.pair.value(),
            childcare=self.childcare.value(),
            untrained=self.untrained.value(),
            former=self.former.value(),
        )

    def chosen(self) -> frozenset[UUID]:
        """Those who are ticked."""
        return frozenset(
            item.data(Qt.ItemDataRole.UserRole)
            for item in self.people.every()
            if item.checkState() is Qt.CheckState.Checked
        )

    def choose_all(self) -> None:
        """Tick everybody whom the filter takes."""
        for item in self.people.every():
            item.setCheckState(Qt.CheckState.Checked)

    def allow_saving(self) -> None:
        n = len(self.chosen())
        _ = self.words.text
        self.save_button.setText(_("Invite %(n)d") % {"n": n} if n else _("Invite"))
        self.save_button.setEnabled(n > 0)

    def show_preview(self, found: Preview) -> None:
        """Who fits, those still ticked who were; and how many are not among them, and why."""
        kept = self.chosen()
        self.people.clear()
        for person in found.people:
            item = QListWidgetItem(f"{person.name} ({person.number})")
            item.setData(Qt.ItemDataRole.UserRole, person.id)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
            )
            ticked = person.id in kept
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self.people.addItem(item)
        fit = self.words.plural("%(n)d person fits.", "%(n)d people fit.", len(found.people))
        others = say_others(self.words, found.already, found.place_unknown)
        self.count.setText(f"{fit} {others}".rstrip())
        self.all_button.setEnabled(bool(found.people))
        self.allow_saving()

    def _put_people_beside(self) -> None:
        """They stay in sight while the filter is scrolled."""
        beside = QVBoxLayout()
        beside.setContentsMargins(0, 4, 20, 12)
        beside.setSpacing(8)
        beside.addWidget(self.count)
        beside.addWidget(self.people, 1)
        beside.addWidget(self.all_button)
        both = QHBoxLayout()
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)  # noqa: S101 - every form is laid out so
        layout.insertLayout(layout.indexOf(self._sheet), both, 1)
        both.addWidget(self._sheet, 1)
        both.addLayout(beside)

    def _fitting(self) -> QSize:
        room = self.screen().availableGeometry().width() - 40
        form = super()._fitting()
        return QSize(min(form.width() + _People.WIDTH, room), form.height())


class _People(QListWidget):
    """Names to tick, with a click anywhere in the line or with the space bar."""

    WIDTH = 310

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFixedWidth(self.WIDTH)
        self.setItemDelegate(_WholeLine(self))

    def every(self) -> list[QListWidgetItem]:
        """All lines."""
        return [self.item(at) for at in range(self.count())]


class _WholeLine(QStyledItemDelegate):
    """Qt ticks only where the box itself is clicked."""

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        if event.type() is QEvent.Type.MouseButtonRelease:
            role = Qt.ItemDataRole.CheckStateRole
            ticked = Qt.CheckState(index.data(role)) is Qt.CheckState.Checked
            state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            return model.setData(index, state, role)
        return event.type() is QEvent.Type.MouseButtonDblClick
