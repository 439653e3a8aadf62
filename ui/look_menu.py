"""View → Appearance: light, dark, as the system has it, high contrast."""

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from mentorapp.words import N_, Words
from ui.appearance import Appearance, Look

_NAMES = (
    (Look.SYSTEM, N_("&Follow the system")),
    (Look.LIGHT, N_("&Light")),
    (Look.DARK, N_("&Dark")),
    (Look.CONTRAST, N_("&High contrast")),
)


class LookMenu(QMenu):
    """One of them has the mark; choosing another changes every open window at once."""

    def __init__(self, words: Words, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(words.text("&Appearance"), parent)
        self._appearance = appearance
        one_of_them = QActionGroup(self)
        for look, name in _NAMES:
            action = self.addAction(words.text(name))
            action.setCheckable(True)
            action.setChecked(look is appearance.look)
            action.setData(look.value)
            one_of_them.addAction(action)
        one_of_them.triggered.connect(lambda chosen: appearance.choose(Look(chosen.data())))
