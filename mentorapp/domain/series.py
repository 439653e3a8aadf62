"""Figures by year that others have counted: the municipality's own series and national goals.

Asker 2013–2017: 65, 81, 73, 76, 64 %, without a base. Such figures are shown beside ours, each with
its definition, and never joined to them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from mentorapp.domain.records import Record


class SeriesKind(StrEnum):
    """A GOAL is drawn as a line, RESULTS as points of their own."""

    RESULTS = "results"
    GOAL = "goal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Series(Record):
    """``values`` are per mille by year ("2013" to 650), ``bases`` the denominators that are known.

    ``definition`` says what was counted and of whom; ``source`` where it stands.
    """

    name: str
    kind: SeriesKind = SeriesKind.RESULTS
    definition: str
    source: str = ""
    per_mille: Mapping[str, int] = field(default_factory=dict)
    bases: Mapping[str, int] = field(default_factory=dict)
