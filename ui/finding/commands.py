"""What the window can do, as something to be found by its words."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from mentorapp.domain.finding import Place
from mentorapp.domain.haystack import Haystack, Texts, typed_words

_NATIVE = QKeySequence.SequenceFormat.NativeText


@dataclass(frozen=True, slots=True)
class Command:
    """`where` is the menu or page it belongs to, `keys` its shortcut as the system writes it."""

    title: str
    where: str
    picture: str
    do: Callable[[], object]
    keys: str = ""


class Commands:
    """All there are, in the order in which they are offered."""

    def __init__(self, commands: Sequence[Command]) -> None:
        self.every = tuple(commands)
        self._haystack = Haystack(Texts(one.title, others=(one.where,)) for one in self.every)

    def find(self, text: str, most: int) -> list[tuple[Place, Command]]:
        """Those whose words fit, the best first."""
        found = self._haystack.best(typed_words(text), most)
        return [(place, self.every[row]) for place, row in found]


def native(keys: str) -> str:
    """A shortcut as the system writes it."""
    return QKeySequence(keys).toString(_NATIVE)


def menu_commands(bar: QMenuBar, picture: str, but: QAction) -> list[Command]:
    """What stands in the menus and can be done now, all `but` what brought one here.

    Without what works on a text field, whose keys stand behind a tab: the field that would be
    meant has lost the keyboard.
    """
    found = []
    for menu in bar.actions():
        for path, action in _below(menu, ()):
            if action is not but and action.isEnabled() and "\t" not in action.text():
                keys = action.shortcut().toString(_NATIVE)
                where = " – ".join(path)
                found.append(Command(_plain(action.text()), where, picture, action.trigger, keys))
    return found


def _below(action: QAction, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], QAction]]:
    menu = action.menu()
    if isinstance(menu, QMenu):
        for inner in menu.actions():
            yield from _below(inner, (*path, _plain(action.text())))
    elif not action.isSeparator():
        yield path, action


def _plain(text: str) -> str:
    """A menu's words without the mark of the letter that opens it, and without the dots."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip(" …")
