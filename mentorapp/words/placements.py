"""Placements and places in words, as the window, the command line and papers say them."""

from mentorapp.domain.capacity import Places, PlacesGoal, PlacesSum
from mentorapp.domain.goals import GoalUnit, Measure
from mentorapp.domain.placements import LengthWarning, Placement, PlacementSetting, PlacementStatus
from mentorapp.words import Words
from mentorapp.words.labels import label


def say_warning(words: Words, warning: LengthWarning | None) -> str:
    """What is unusual about its length, and what is usual; empty when nothing is."""
    if warning is None:
        return ""
    _ = words.text
    if warning is LengthWarning.SHORT:
        return _("Planned for less than 3 months. A placement usually lasts 3 to 12 months.")
    return _("Longer than 12 months. A placement usually lasts 3 to 12 months.")


def say_hidden(words: Words) -> str:
    """What stands in place of the organisation of a protected person."""
    return words.text("not told: protected address")


def say_place(words: Words, placement: Placement, organisation: str) -> str:
    """The organisation with the sort of place and the unit: "Fjordvik kommune – SFO, Hegra"."""
    setting = placement.setting
    parts = [
        label(words, setting) if setting is not PlacementSetting.NOT_GIVEN else "",
        placement.unit,
    ]
    more = ", ".join(part for part in parts if part)
    return f"{organisation} – {more}" if more else organisation


def say_time(words: Words, placement: Placement) -> str:
    """Hours and days a week: "15 hours a week, 3 days"; empty when neither is given."""
    parts = []
    if placement.weekly_minutes is not None:
        parts.append(
            words.text("%(hours)s hours a week") % {"hours": words.hours(placement.weekly_minutes)}
        )
    if placement.days_per_week is not None:
        parts.append(words.plural("%(n)d day a week", "%(n)d days a week", placement.days_per_week))
    return ", ".join(parts)


def say_period(words: Words, placement: Placement) -> str:
    """From its first day to its end, the planned one while none is told."""
    return words.text("%(start)s to %(end)s") % {
        "start": words.date(placement.started_on),
        "end": words.date(placement.ended_on or placement.planned_end),
    }


def say_status(words: Words, placement: Placement, status: PlacementStatus) -> str:
    """The status; of one that has ended, what it led to."""
    if status is PlacementStatus.ENDED and placement.end is not None:
        return label(words, placement.end)
    return label(words, status)


def say_levels(words: Words, placement: Placement) -> str:
    """The level of the language before and after: "A2 → B1"; empty when neither is known."""
    before, after = placement.level_before, placement.level_after
    if before is None and after is None:
        return ""
    return " → ".join("?" if one is None else label(words, one) for one in (before, after))


def say_free(words: Words, places: Places | PlacesSum) -> str:
    """How many are free, or how many too many are taken."""
    if places.over and not places.free:
        return words.plural(
            "%(n)d more taken than offered", "%(n)d more taken than offered", places.over
        )
    return words.plural("%(n)d free", "%(n)d free", places.free)


def say_places(words: Words, places: Places | PlacesSum) -> str:
    """Offered, taken and free in a line."""
    return words.text("%(offered)s offered, %(taken)s taken, %(free)s") % {
        "offered": words.number(places.offered),
        "taken": words.number(places.taken),
        "free": say_free(words, places),
    }


def say_target(words: Words, found: PlacesGoal) -> str:
    """What the goal asks for: "36 places (3 % of 1 200 employees)"."""
    _, goal = words.text, found.goal
    if found.wanted is None:
        return _("no number: the base of the share is missing")
    said = (
        words.plural("%(n)d place", "%(n)d places", found.wanted)
        if goal.measure is Measure.PLACES
        else words.plural("%(n)d placement", "%(n)d placements", found.wanted)
    )
    if goal.unit is GoalUnit.COUNT or goal.base is None:
        return said
    base = " ".join(filter(None, (words.number(goal.base), goal.base_note)))
    part = (
        _("%(percent)s %% of %(base)s") % {"percent": words.number(goal.target / 10), "base": base}
        if goal.unit is GoalUnit.SHARE
        else _("one in %(n)s of %(base)s") % {"n": words.number(goal.target), "base": base}
    )
    return f"{said} ({part})"


def say_goal(words: Words, found: PlacesGoal) -> str:
    """How far the office is with it, in a sentence with the denominator."""
    _ = words.text
    values = {
        "title": found.goal.title,
        "target": say_target(words, found),
        "day": words.date(found.goal.to_date),
        "reached": words.number(found.reached),
        "missing": words.number(found.missing or 0),
    }
    if found.missing is None:
        return _("%(title)s by %(day)s: %(target)s.") % values
    if not found.missing:
        return _("%(title)s by %(day)s: %(target)s. Reached with %(reached)s.") % values
    return _("%(title)s by %(day)s: %(target)s. %(reached)s so far, %(missing)s to go.") % values
