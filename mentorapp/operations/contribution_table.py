"""What organisations gave, side by side: a table of the yearly report and of one of its own."""

from mentorapp.domain.contributions import Contribution
from mentorapp.domain.report_tables import Column, ReportTable, Row
from mentorapp.domain.sections import Hidden
from mentorapp.operations.contribution_cells import Given
from mentorapp.words import N_, Words
from mentorapp.words.labels import label

_COLUMNS = (
    ("mentors", N_("Mentors")),
    ("pairings", N_("Pairs")),
    ("introduced", N_("Introduced")),
    ("meetings", N_("Meetings")),
    ("minutes", N_("Hours")),
    ("places", N_("Places")),
    ("placements", N_("Placements")),
    ("events", N_("Events")),
)


def side_by_side(given: Given, words: Words) -> ReportTable:
    """A row for each organisation, by its id. Pairs, mentors and those introduced are persons, and
    meetings and hours tell of pairs; the others are of what was done.
    """
    _ = words.text
    rows = tuple(
        Row(
            id_,
            (
                f"{one.name} ({label(words, one.kind)})",
                *(
                    Hidden() if id_ in given.hidden.get(key, ()) else amount(one, key)
                    for key, _name in _COLUMNS
                ),
            ),
        )
        for id_, one in given.every
    )
    return ReportTable(
        "organisations",
        _("What each organisation gave"),
        (
            Column("organisation", _("Organisation"), numbers=False),
            *(Column(key, _(name)) for key, name in _COLUMNS),
        ),
        rows,
        _(
            "Mentors and pairs: those with a pair that ran in the period. Introduced: newcomers "
            "introduced to its activities. Hours: meetings of these pairs in the period. Places: "
            "the most offered at once."
        ),
    )


def amount(one: Contribution, key: str) -> int | float:
    """So much was given; minutes as hours."""
    value: int = getattr(one, key)
    return round(value / 60, 1) if key == "minutes" else value
