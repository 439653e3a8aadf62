"""Groups of commands that bring their own parsers: each idea's module adds what it offers."""

from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Callable

from mentorapp.cli import (
    activities,
    barriers,
    cards,
    compare,
    contact_points,
    demands,
    driving,
    events,
    finding,
    goals,
    households,
    interviews,
    introductions,
    lists,
    networks,
    office,
    outcomes,
    placements,
    places,
    plans,
    projects,
    quotes,
    series,
    surroundings,
)

#: Each is handed the commands of ``mentorctl`` and the options that all commands share.
GROUPS: tuple[Callable[["_SubParsersAction[ArgumentParser]", ArgumentParser], None], ...] = (
    office.add_to,
    driving.add_to,
    contact_points.add_to,
    barriers.add_to,
    interviews.add_to,
    quotes.add_to,
    networks.add_to,
    outcomes.add_to,
    series.add_to,
    goals.add_to,
    surroundings.add_to,
    activities.add_to,
    introductions.add_to,
    projects.add_to,
    households.add_to,
    cards.add_to,
    demands.add_to,
    plans.add_to,
    events.add_to,
    lists.add_to,
    placements.add_to,
    places.add_to,
    compare.add_to,
    finding.add_to,
)
