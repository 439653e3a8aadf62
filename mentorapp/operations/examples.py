"""What the example office shows beside pairs: each idea fills in its own part.

Every part goes through the operations a real office uses, and finds the people it needs in the
office itself.
"""

from collections.abc import Callable, Mapping
from datetime import date

from mentorapp.operations import (
    example_associations,
    example_both_roles,
    example_competences,
    example_contacts,
    example_cooperation,
    example_driving,
    example_events,
    example_outcomes,
    example_placements,
    example_questions,
    example_reports,
    example_voices,
)
from mentorapp.storage.database import Transaction
from mentorapp.words import Words

#: Each fills in its part; run one after the other, in this order, each in a transaction of its own.
EXAMPLES: tuple[Callable[[Transaction, date], None], ...] = (
    example_driving.fill,
    example_contacts.fill,
    example_voices.fill,
    example_questions.fill,
    example_associations.fill_associations,
    example_associations.fill_families,
    example_competences.fill,
    example_outcomes.fill,
    example_placements.fill,
    example_events.fill,
    example_both_roles.fill,
    example_associations.fill_projects,  # last: puts what the others filled in under projects
)

#: Each gives papers by file name without ending.
PAPERS: tuple[Callable[[Transaction, date, Words], Mapping[str, bytes]], ...] = (
    example_driving.papers,
    example_contacts.papers,
    example_associations.papers,
    example_competences.papers,
    example_outcomes.papers,
    example_placements.papers,
    example_events.papers,
    example_questions.papers,
    example_reports.papers,
)

#: Each fills in its part last and gives the files of other offices that belong to it, by name.
FILES: tuple[Callable[[Transaction, date], Mapping[str, bytes]], ...] = (example_cooperation.files,)
