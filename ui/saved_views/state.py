"""What is chosen in a list, written down so that it can be chosen again."""

import json
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt

from ui.widgets.list_page import ListPage

_FILTER = "filter."


def written(page: ListPage[Any]) -> dict[str, str]:
    """The search, the filters at work, the columns and the order."""
    at, order = page.model.sorted_by
    found = {"sort": json.dumps([at, order.value]), "columns": page.columns.written()}
    if page.search.text().strip():
        found["search"] = page.search.text().strip()
    for one in page.filter_bar.filters:
        if one.key and one.chosen:
            found[_FILTER + one.key] = json.dumps(one.written(), ensure_ascii=False)
    return found


def choose(page: ListPage[Any], choices: Mapping[str, str]) -> None:
    """Choose what `written` gave, and nothing else; what cannot be read is left out."""
    page.search.setText(choices.get("search", ""))
    for one in page.filter_bar.filters:
        if one.key:
            one.take_written(_texts(choices.get(_FILTER + one.key, "[]")))
        else:
            one.set_values(())
    page.columns.take(choices.get("columns", ""))  # a view of before has none: they stay
    order = _numbers(choices.get("sort", ""))
    if order is not None and 0 <= order[0] < page.model.columnCount():
        page.table.sortByColumn(order[0], Qt.SortOrder(order[1] % 2))


def _texts(text: str) -> list[str]:
    try:
        found = json.loads(text)
    except ValueError:
        return []
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


def _numbers(text: str) -> tuple[int, int] | None:
    try:
        at, order = json.loads(text)
    except (ValueError, TypeError):
        return None
    return (at, order) if isinstance(at, int) and isinstance(order, int) else None
