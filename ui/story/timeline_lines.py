"""The lines of a timeline in words, made where the office is read: hundreds take their time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mentorapp.domain.text import search_fold
from mentorapp.domain.timeline import TimelineEntry, TimelineKind
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.timeline import say_entry, say_month, say_text, say_traces


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """One line as it is shown; ``folded`` is what typed words are looked for in."""

    entry: TimelineEntry
    day: str
    month: str
    kind: str
    said: str
    text: str
    traces: str
    folded: str

    @property
    def aloud(self) -> str:
        """The whole line, for a screen reader."""
        parts = (self.day, self.kind, self.said, self.text, self.traces)
        return ". ".join(part for part in parts if part)


def timeline_lines(words: Words, entries: Iterable[TimelineEntry]) -> tuple[TimelineLine, ...]:
    """The lines of these entries, in their order."""
    months: dict[tuple[int, int], str] = {}
    return tuple(_line(words, one, months) for one in entries)


def _line(words: Words, entry: TimelineEntry, months: dict[tuple[int, int], str]) -> TimelineLine:
    key = (entry.day.year, entry.day.month)
    if key not in months:
        months[key] = say_month(words, entry.day)
    day, said = words.date(entry.day), say_entry(words, entry)
    text, traces = say_text(words, entry), say_traces(words, entry)
    return TimelineLine(
        entry,
        day,
        months[key],
        label(words, entry.kind),
        said,
        text,
        traces,
        search_fold(" ".join((day, months[key], said, text, traces))),
    )


def fitting(
    lines: Sequence[TimelineLine], kinds: frozenset[TimelineKind], typed: str
) -> list[TimelineLine]:
    """Those of one of the kinds (of any when none is chosen) that hold every word that is typed."""
    wanted = search_fold(typed).split()
    return [
        one
        for one in lines
        if (not kinds or one.entry.kind in kinds) and all(word in one.folded for word in wanted)
    ]
