"""Which columns of a list are shown, in which order and how wide, written down to be kept."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt

_WIDEST = 2000
_NARROWEST = 40


@dataclass(frozen=True, slots=True)
class ColumnLayout:
    """Columns by their keys: `order` has all of them, those that are `hidden` too; `widths` has
    those that were given one by hand.
    """

    order: tuple[str, ...]
    hidden: frozenset[str] = frozenset()
    widths: Mapping[str, int] = field(default_factory=dict)
    sorted_by: tuple[str, Qt.SortOrder] | None = None

    def written(self) -> str:
        """For `read`."""
        told: dict[str, object] = {"order": self.order, "hidden": sorted(self.hidden)}
        if self.widths:
            told["widths"] = dict(self.widths)
        if self.sorted_by is not None:
            told["sort"] = [self.sorted_by[0], self.sorted_by[1].value]
        return json.dumps(told)


def read(text: str) -> ColumnLayout | None:
    """What `written` gave; None for anything else."""
    try:
        told = json.loads(text)
    except ValueError:
        return None
    if not isinstance(told, dict) or not isinstance(told.get("order"), list):
        return None
    widths = told.get("widths")
    return ColumnLayout(
        order=tuple(_texts(told["order"])),
        hidden=frozenset(_texts(told.get("hidden"))),
        widths={
            key: max(_NARROWEST, min(_WIDEST, width))
            for key, width in (widths.items() if isinstance(widths, dict) else ())
            if isinstance(width, int)
        },
        sorted_by=_order(told.get("sort")),
    )


def _texts(told: object) -> Sequence[str]:
    return [one for one in told if isinstance(one, str)] if isinstance(told, list) else []


def _order(told: object) -> tuple[str, Qt.SortOrder] | None:
    if isinstance(told, list) and len(told) == 2 and told[1] in (0, 1):
        return str(told[0]), Qt.SortOrder(told[1])
    return None
