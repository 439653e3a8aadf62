"""What a report's section, figure and part is called, and what each figure is of.

The keys are those of ``mentorapp.domain.sections``: section, or section and field. A test goes
through all figures there are and fails when one has no words.
"""

from collections.abc import Mapping
from enum import Enum

from mentorapp.words import Words
from mentorapp.words.labels import label

#: Section to its heading.
HEADINGS: Mapping[str, str] = {}

#: Figure to its name and its definition, which tells whom or what is counted, of which all.
FIGURES: Mapping[str, tuple[str, str]] = {}

#: Parts of breakdowns that are no values of an enum.
_PARTS: Mapping[str, str] = {}


def section_name(words: Words, key: str) -> str:
    """The heading of a section; KeyError for one that has none."""
    return words.text(HEADINGS[key])


def name_of(words: Words, key: str) -> str:
    """What a figure is called; KeyError for one that has no words."""
    return words.text(FIGURES[key][0])


def definition_of(words: Words, key: str) -> str:
    """What a figure is of; "" where its name says it all."""
    definition = FIGURES[key][1]
    return words.text(definition) if definition else ""


def part_name(words: Words, part: Enum | str) -> str:
    """What a part of a breakdown is called; a name that somebody typed is left as it is."""
    if isinstance(part, Enum):
        return label(words, part)
    return words.text(_PARTS[part]) if part in _PARTS else part
