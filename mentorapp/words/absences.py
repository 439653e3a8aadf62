"""Who answers while a coordinator is away."""

from datetime import date

from mentorapp.domain.absences import StandIn
from mentorapp.words import Words


def say_coordinator(words: Words, name: str, away: StandIn | None) -> str:
    """The name, and whom to call instead while he is away, if anybody is there."""
    if away is None or not name:
        return name
    _ = words.text
    values = {"name": name, "stand_in": away.name}
    if away.until is None:
        said = (
            _("%(name)s is away: call %(stand_in)s")
            if away.name
            else _("%(name)s is away, and nobody stands in")
        )
        return said % values
    said = (
        _("%(name)s is away until %(date)s: call %(stand_in)s")
        if away.name
        else _("%(name)s is away until %(date)s, and nobody stands in")
    )
    return said % {**values, "date": words.date(away.until)}


def say_days(words: Words, first: date, last: date | None) -> str:
    """From when to when somebody is away."""
    until = words.date(last) if last else words.text("until further notice")
    return f"{words.date(first)} – {until}"
