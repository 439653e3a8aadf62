"""Views of a list that a coordinator comes back to: its filters, search, order and columns."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.records import Record
from mentorapp.domain.text import NAME_LIMIT, check_length


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView(Record):
    """``page`` is the list it belongs to; ``choices`` what was chosen in it, each in the list's own
    writing. It stands in the office file, as a search may hold a name.
    """

    page: str
    name: str
    choices: Mapping[str, str] = field(default_factory=dict)
    made_by: str = ""


def check_view(view: SavedView) -> None:
    """Raise InvalidField for a view without a name, or with one that is too long."""
    if not view.name.strip():
        raise InvalidField("name", Problem.MISSING)
    check_length("name", view.name, NAME_LIMIT)
