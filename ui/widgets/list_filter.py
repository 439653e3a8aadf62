"""What a list can be narrowed by, such as the status: its choices, and which of them are chosen."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal


class ListFilter(QObject):
    """A row comes through that fits one of the chosen keys, or any when none is chosen.

    What is chosen stays chosen when it is no longer offered: a list that would show everybody
    instead would tell something else than was asked.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        everything: str,
        choices: Sequence[tuple[Any, str]],
        keep: Callable[[Any, Any], bool],
        key: str,
        parent: QObject | None = None,
    ) -> None:
        """`key` names it where what is chosen is kept; `keep` as in `ListPage.add_filter`."""
        super().__init__(parent)
        self.name, self.everything, self.key = name, everything, key
        self._keep = keep
        self._names: dict[Any, str] = {}
        self._offered: list[Any] = []
        self._chosen: tuple[Any, ...] = ()
        self.set_choices(choices)

    @property
    def choices(self) -> list[tuple[Any, str]]:
        """What is offered: keys and their names."""
        return [(key, self._names[key]) for key in self._offered]

    @property
    def chosen(self) -> tuple[Any, ...]:
        """The chosen keys, in the order they were chosen."""
        return self._chosen

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer these (key, name)."""
        self._offered = [key for key, _name in choices]
        self._names = {**self._names, **dict(choices)}

    def say(self, key: Any) -> str:
        """The name of a key."""
        return self._names.get(key, str(key))

    def set_values(self, keys: Iterable[Any]) -> None:
        """Choose these and no others."""
        chosen = tuple(dict.fromkeys(keys))
        if chosen != self._chosen:
            self._chosen = chosen
            self.changed.emit()

    def set_value(self, key: Any) -> None:
        """Choose this one alone; None for everything."""
        self.set_values(() if key is None else (key,))

    def toggle(self, key: Any) -> None:
        """Choose one more, or one less."""
        if key in self._chosen:
            self.set_values(one for one in self._chosen if one != key)
        else:
            self.set_values((*self._chosen, key))

    def written(self) -> list[str]:
        """The chosen keys as text, for `take_written`."""
        return [str(key) for key in self._chosen]

    def take_written(self, texts: Iterable[str]) -> None:
        """Choose what `written` gave; what is not offered now is taken for a key as it stands."""
        known = {str(key): key for key in self._names}
        self.set_values(known.get(text, text) for text in texts)

    def test(self) -> Callable[[Any], bool] | None:
        """Whether a row comes through; None when all do."""
        keep, chosen = self._keep, self._chosen
        if not chosen:
            return None
        if len(chosen) == 1:
            (only,) = chosen
            return lambda row: keep(row, only)
        return lambda row: any(keep(row, key) for key in chosen)
