"""Two versions of one record beside each other: what was typed here, what was saved meanwhile."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from mentorapp.words import Words
from ui.format import plain_label
from ui.widgets.form_dialog import FormDialog


class Version(Enum):
    """Which of the two counts."""

    TYPED = "typed"
    SAVED = "saved"


@dataclass(frozen=True, slots=True)
class Reading:
    """A field as it stood: its own writing, and what a reader is told."""

    title: str
    text: str
    told: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which the two versions differ; ``counts`` is None when both changed it."""

    name: str
    title: str
    typed: str
    saved: str
    counts: Version | None


def readings(form: FormDialog) -> dict[str, Reading]:
    """Every field of the form, as it stands now."""
    contents = form.contents()
    return {name: Reading(*_told(form, name, text)) for name, text in contents.items()}


def differences(
    typed: Mapping[str, Reading],
    saved: Mapping[str, Reading],
    opened_with: Mapping[str, str],
) -> list[Difference]:
    """Where the versions differ. Changed on one side only, the change counts until one chooses."""
    found = []
    for name, mine in typed.items():
        theirs = saved[name]
        if mine.text != theirs.text:
            before = opened_with.get(name)
            one_side = {mine.text: Version.SAVED, theirs.text: Version.TYPED}
            counts = None if before is None else one_side.get(before)
            found.append(Difference(name, mine.title, mine.told, theirs.told, counts))
    return found


class VersionField(QWidget):
    """The two versions of one field; arrow keys go from one to the other."""

    changed = Signal()

    def __init__(
        self,
        words: Words,
        difference: Difference,
        titles: tuple[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`titles` are of the two versions, where they are not what was typed and what saved."""
        super().__init__(parent)
        _ = words.text
        self._words = words
        typed, saved = titles or (_("You typed"), _("Saved meanwhile"))
        self._said = {
            Version.TYPED: (typed, difference.typed),
            Version.SAVED: (saved, difference.saved),
        }
        self._group = QButtonGroup(self)
        self.buttons: dict[Version, QRadioButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(16)
        for version, (title, text) in self._said.items():
            button = QRadioButton(title.replace("&", "&&"))
            self._group.addButton(button)
            self.buttons[version] = button
            label = plain_label(text)
            label.setWordWrap(True)
            label.setContentsMargins(24, 0, 0, 0)
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(button)
            column.addWidget(label)
            column.addStretch()
            row.addLayout(column, 1)
        if difference.counts is not None:
            self.set_value(difference.counts)
        self.setFocusProxy(self.buttons[self.value() or Version.TYPED])
        self._group.buttonToggled.connect(lambda _button, on: self.changed.emit() if on else None)

    def value(self) -> Version | None:
        """Which one was chosen."""
        chosen = (version for version, button in self.buttons.items() if button.isChecked())
        return next(chosen, None)

    def set_value(self, version: Version) -> None:
        """Choose one."""
        self.buttons[version].setChecked(True)
        self.setFocusProxy(self.buttons[version])

    def problem(self) -> str:
        """A sentence when none was chosen."""
        return "" if self.value() else self._words.text("Choose which of the two counts.")

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        for version, button in self.buttons.items():
            title, text = self._said[version]
            button.setAccessibleName(f"{name}: {title}: {text}")


class VersionsDialog(FormDialog):
    """Field by field, or all at once; closing it changes nothing."""

    def __init__(
        self,
        words: Words,
        found: Iterable[Difference],
        save_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(words, _("Saved meanwhile by somebody else"), save_text, parent)
        self.setMinimumWidth(720)
        self.add_group(
            "",
            _(
                "While you were typing, these fields were saved with something else in them. "
                "Choose for each what is to count; nothing of yours is lost until you save."
            ),
        )
        self._choices = {
            one.name: self.add_row(one.name, one.title, VersionField(words, one)) for one in found
        }
        self.add_button(_("All that you typed"), lambda: self._all(Version.TYPED))
        self.add_button(_("All that was saved"), lambda: self._all(Version.SAVED))

    def chosen(self, version: Version) -> set[str]:
        """The fields of which this version is to count."""
        return {name for name, field in self._choices.items() if field.value() is version}

    def reject(self) -> None:
        self.start_afresh()  # a choice between two is nothing that could be lost
        super().reject()

    def _all(self, version: Version) -> None:
        for field in self._choices.values():
            field.set_value(version)


def _told(form: FormDialog, name: str, text: str) -> tuple[str, str, str]:
    title, told = form.told(name)
    return title, text, told
