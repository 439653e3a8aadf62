"""What ``driving`` answers, in words and as JSON."""

from collections.abc import Sequence
from typing import Any

from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.driving_figures import DrivingTotals
from mentorapp.domain.driving_warnings import Warned
from mentorapp.domain.practice_driving import DrivingRules
from mentorapp.domain.statistics import Share
from mentorapp.operations.practice_driving import DrivingFile
from mentorapp.words.driving import (
    say_by_condition,
    say_conditions,
    say_share,
    say_totals,
    say_warning,
)
from mentorapp.words.fields import field_label

DAYS = {
    "licence_since": "companion_licence_since",
    "permit_from": "permit_from",
    "permit_to": "permit_to",
    "theory_passed": "theory_passed_on",
    "test_passed": "test_passed_on",
}
NUMBERS = {
    "learner_age": "learner_age",
    "companion_age": "companion_age",
    "licence_years": "licence_years",
    "recommended_minutes": "recommended_minutes",
    "permit_below": "permit_below_age",
}


def file_lines(session: Session, file: DrivingFile) -> list[str]:
    """All of a pair's practice driving in words."""
    words, _ = session.words, session.words.text
    kept = file.practice
    facts = [
        (field_label(words, "car"), kept.car),
        *(
            (field_label(words, name), words.date(getattr(kept, name)))
            for name in DAYS.values()
            if getattr(kept, name)
        ),
    ]
    return [
        f"{file.row.who} ({file.row.number})",
        *(f"  {name}: {value}" for name, value in facts if value),
        say_totals(words, file.totals),
        *([say_share(words, file.totals)] if file.totals.of_recommended else []),
        *(f"  {name}: {hours}" for name, hours in say_by_condition(words, file.totals)),
        *(f"! {say_warning(words, one)}" for one in file.warnings),
        *table(
            (_("Date"), _("Minutes"), field_label(words, "kilometres"), _("Conditions")),
            [
                (
                    words.date(one.meeting.held_on),
                    one.meeting.minutes,
                    one.session.kilometres,
                    say_conditions(words, one.session.conditions),
                )
                for one in file.drives
            ],
        ),
    ]


def file_json(session: Session, file: DrivingFile) -> dict[str, Any]:
    """The same for a program."""
    kept = file.practice
    return {
        "pairing": file.row.number,
        "learner": file.row.newcomer_name,
        "companion": file.row.mentor_name,
        "car": kept.car,
        **{name: getattr(kept, name) for name in DAYS.values()},
        "totals": totals_json(file.totals),
        "warnings": warnings_json(session, file.warnings),
        "drives": [
            {
                "date": one.meeting.held_on,
                "minutes": one.meeting.minutes,
                "kilometres": one.session.kilometres,
                "conditions": sorted(two.value for two in one.session.conditions),
                "warnings": [two.kind.value for two in one.warnings],
            }
            for one in file.drives
        ],
        "rules": rules_json(file.rules) if file.rules else None,
    }


def totals_json(totals: DrivingTotals) -> dict[str, Any]:
    """Minutes and kilometres, with the share of what is recommended where something is."""
    share = totals.of_recommended
    return {
        "drives": totals.drives,
        "minutes": totals.minutes,
        "kilometres": totals.kilometres,
        "minutes_by_condition": {
            condition.value: minutes for condition, minutes in totals.by_condition.items()
        },
        "of_recommended_minutes": share_json(share) if share else None,
    }


def share_json(share: Share) -> dict[str, int | None]:
    """Part, base and percent."""
    return {"part": share.part, "base": share.base, "percent": share.percent}


def warnings_json(session: Session, warned: Sequence[Warned]) -> list[dict[str, str]]:
    """What speaks against a drive, by code and in words."""
    return [{"kind": one.kind.value, "in_words": say_warning(session.words, one)} for one in warned]


def rules_json(rules: DrivingRules, *, own: bool | None = None) -> dict[str, Any]:
    """A country's rules; ``own`` is whether the office wrote them down."""
    told: dict[str, Any] = {
        name: getattr(rules, name)
        for name in (
            "country",
            *NUMBERS.values(),
            "permit_needed",
            "source",
            "source_date",
            "notes",
        )
    }
    return told if own is None else told | {"own": own}
