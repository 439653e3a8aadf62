"""The countries' rules for practice driving that ship, each with its source and its day.

A country without rules that we could find a source for is not in the table: its offices are told
that they must look them up and write them down.
"""

import csv
from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

import resources
from mentorapp.domain.practice_driving import DrivingRules


@cache
def driving_rules() -> Mapping[str, DrivingRules]:
    """Country code -> rules, as new records that no office has stored."""
    with resources.path("reference/driving_rules.csv").open(encoding="utf-8", newline="") as file:
        return MappingProxyType({row["country"]: _rules(row) for row in csv.DictReader(file)})


def _rules(row: Mapping[str, str]) -> DrivingRules:
    def number(name: str) -> int | None:
        return int(row[name]) if row[name] else None

    return DrivingRules(
        country=row["country"],
        learner_age=number("learner_age"),
        companion_age=number("companion_age"),
        licence_years=number("licence_years"),
        recommended_minutes=number("recommended_minutes"),
        permit_needed=row["permit_needed"] == "yes",
        permit_below_age=number("permit_below_age"),
        source=row["source"],
        source_date=date.fromisoformat(row["source_date"]),
        notes=row["notes"],
    )
