"""What the sections of the two roles have in common."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from mentorapp.domain.people import Gender
from mentorapp.domain.statuses import StatusChange
from mentorapp.words import Words
from mentorapp.words.fields import field_label, role_status
from ui.format import capital, plain_label
from ui.widgets.form_dialog import FormDialog


class RoleSection:
    """A group of rows that is shown only while the person has the role.

    Both roles have fields of the same name, so in the form they are known as ``mentor.capacity``.
    """

    def __init__(self, role: str, form: FormDialog, words: Words, group: list[QWidget]) -> None:
        self._role = role
        self._form = form
        self._words = words
        self._group = group

    def add(self, name: str, field: QWidget, hint: str = "", *, label: str = "") -> None:
        """A row for the field `name` of the role's dataclass."""
        self._form.add_row(
            f"{self._role}.{name}", field_label(self._words, label or name), field, hint
        )

    def add_history(self, history: Iterable[StatusChange]) -> None:
        """When which status was reached, and why."""
        lines = [
            f"{self._words.date(change.changed_on)}  "
            f"{capital(role_status(self._words, change.subject, change.status))}  {change.comment}"
            for change in history
        ]
        if lines:
            self._form.add_wide(plain_label("\n".join(lines), "muted"))

    def set_visible(self, visible: bool) -> None:
        """Show the group or hide it; what is hidden is not asked whether it can be read."""
        for widget in self._group:
            widget.setVisible(visible)
            widget.setEnabled(visible)


def wish_gender_choices(words: Words) -> list[tuple[Gender, str]]:
    """Whom somebody wishes to meet; NOT_GIVEN stands for no wish."""
    _ = words.text
    return [
        (Gender.NOT_GIVEN, _("No wish")),
        (Gender.WOMAN, _("A woman")),
        (Gender.MAN, _("A man")),
        (Gender.OTHER, _("Another gender")),
    ]
