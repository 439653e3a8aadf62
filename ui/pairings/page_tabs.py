"""What others bring to the page of a pairing, and what they do for it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from mentorapp.domain.meetings import Meeting
from mentorapp.domain.schemes import SchemePart
from mentorapp.domain.timeline import Happened, TimelineEntry
from ui.widgets.message_bar import MessageBar
from ui.widgets.record_tab import RecordTab
from ui.widgets.steps import Steps


class MeetingActions(Protocol):
    """Logging, mending and taking back a meeting, as the feature Meetings offers it."""

    def ask(self, pairing_id: UUID, bar: MessageBar, meeting: Meeting | None = None) -> None:
        """Open the dialog for a meeting."""

    def remove(self, meeting: Meeting, bar: MessageBar) -> None:
        """Take it back, with the offer to undo."""


@dataclass(frozen=True, slots=True)
class PartTab:
    """What a part of a scheme brings to the page: its words, and what builds it."""

    title: str
    make: Callable[[MessageBar], RecordTab]


@dataclass(frozen=True, slots=True)
class MoreTab:
    """A tab that every pairing has; `tells` is what of its history can be changed there."""

    title: str
    make: Callable[[MessageBar], RecordTab]
    tells: frozenset[Happened] = frozenset()


OpenEntry = Callable[[UUID, TimelineEntry], object]
"""Handed the pairing and a line of its history."""
StoryTabs = Callable[[MessageBar, Steps, OpenEntry], Sequence[tuple[str, RecordTab]]]
"""The first tabs with their words, made with what the page does about a next step and a line."""


@dataclass(frozen=True, slots=True)
class PageTabs:
    """Tabs that others bring: `story` the first ones, `parts` for schemes that have the part,
    `more` the last ones.
    """

    story: StoryTabs = lambda _bar, _steps, _open: ()
    parts: Mapping[SchemePart, PartTab] = field(default_factory=dict)
    more: Sequence[MoreTab] = ()


#: A page with its own tabs alone.
NO_MORE = PageTabs()
