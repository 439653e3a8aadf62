"""The columns of both lists of people that somebody has to choose to see them.

What tells where a protected person is is empty in the rows already.
"""

from typing import TypeVar

from mentorapp.operations.lists import MentorRow, NewcomerRow
from mentorapp.reference.phones import readable
from mentorapp.words import Words
from ui.people.wording import interest_names
from ui.widgets.register_columns import municipality_column, number_column
from ui.widgets.table import Column

Row = TypeVar("Row", MentorRow, NewcomerRow)


def more_columns(words: Words, _of: type[Row]) -> list[Column[Row]]:
    """Number, municipality, phone, interests, coordinator, day of registration."""
    _ = words.text
    return [
        number_column(words),
        municipality_column(words),
        Column(
            _("Phone"), lambda row: readable(row.phone, ""), width=140, key="phone", standard=False
        ),
        Column(
            _("Interests"),
            lambda row: interest_names(words, row.interests),
            width=150,
            key="interests",
            standard=False,
        ),
        Column(
            _("Coordinator"),
            _coordinators,
            width=140,
            key="coordinator",
            standard=False,
        ),
        Column(
            _("Registered on"),
            lambda row: words.date(row.registered_on),
            lambda row: row.registered_on,
            width=120,
            key="registered_on",
            standard=False,
        ),
    ]


def also_searched(words: Words, row: MentorRow | NewcomerRow) -> str:
    """What of it a row is found by, shown or not."""
    interests = interest_names(words, row.interests)
    coordinators = _coordinators(row)
    return f"{row.number}\n{row.phone}\n{row.municipality}\n{interests}\n{coordinators}"


def _coordinators(row: MentorRow | NewcomerRow) -> str:
    return ", ".join(row.coordinators)
