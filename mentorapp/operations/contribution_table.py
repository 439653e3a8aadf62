"""What organisations gave, side by side: a table of the yearly report and of one of its own."""

from collections.abc import Sequence

from mentorapp.domain.contributions import Contribution
from mentorapp.domain.report_tables import Column, ReportTable, Row
from mentorapp.domain.sections import Hidden
from mentorapp.domain.small_numbers import hide_small
from mentorapp.words import N_, Words
from mentorapp.words.labels import label

#: Pairs, mentors and those introduced are persons: the few are hidden, by themselves and from
#: what is around. The others are of what was done.
_PERSONS = (
    ("mentors", N_("Mentors")),
    ("pairings", N_("Pairs")),
    ("introduced", N_("Introduced")),
)
_DONE = (
    ("meetings", N_("Meetings")),
    ("minutes", N_("Hours")),
    ("places", N_("Places")),
    ("placements", N_("Placements")),
    ("events", N_("Events")),
)


def side_by_side(
    every: Sequence[tuple[str, Contribution]], least: int, words: Words
) -> ReportTable:
    """A row for each organisation, by its id."""
    _ = words.text
    hidden = {
        key: hide_small({id_: getattr(one, key) for id_, one in every}, least)
        for key, _name in _PERSONS
    }
    rows = tuple(
        Row(
            id_,
            (
                f"{one.name} ({label(words, one.kind)})",
                *(shown(hidden[key][id_]) for key, _name in _PERSONS),
                *(amount(one, key) for key, _name in _DONE),
            ),
        )
        for id_, one in every
    )
    return ReportTable(
        "organisations",
        _("What each organisation gave"),
        (
            Column("organisation", _("Organisation"), numbers=False),
            *(Column(key, _(name)) for key, name in (*_PERSONS, *_DONE)),
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


def shown(count: int | None) -> int | Hidden:
    """The count, or what stands for one that is hidden."""
    return Hidden() if count is None else count
