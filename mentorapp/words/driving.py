"""Practice driving in words: what speaks against a drive, and what was driven."""

from mentorapp.domain.driving_figures import DrivingTotals
from mentorapp.domain.driving_warnings import DrivingWarning, Warned
from mentorapp.domain.practice_driving import DrivingCondition, DrivingRules
from mentorapp.words import N_, Words
from mentorapp.words.labels import label

_WARNINGS = {
    DrivingWarning.NO_RULES: N_(
        "No driving rules are written down for this country. Look them up and write them down in "
        "Settings before anybody drives."
    ),
    DrivingWarning.LEARNER_AGE_UNKNOWN: N_(
        "The learner’s year of birth is not known; the rules ask for %(years)s years."
    ),
    DrivingWarning.LEARNER_TOO_YOUNG: N_(
        "The learner may not have reached %(years)s years (only the year of birth is known)."
    ),
    DrivingWarning.COMPANION_AGE_UNKNOWN: N_(
        "The companion’s year of birth is not known; the rules ask for %(years)s years."
    ),
    DrivingWarning.COMPANION_TOO_YOUNG: N_(
        "The companion may not have reached %(years)s years (only the year of birth is known)."
    ),
    DrivingWarning.LICENCE_UNKNOWN: N_(
        "Since when the companion has a licence is not written down; the rules ask for %(years)s "
        "years without a break."
    ),
    DrivingWarning.LICENCE_TOO_NEW: N_(
        "The companion has a licence since %(day)s; the rules ask for %(years)s years without a "
        "break."
    ),
    DrivingWarning.PERMIT_MISSING: N_("No learner’s permit is written down."),
    DrivingWarning.PERMIT_NOT_YET: N_("The learner’s permit is valid from %(day)s only."),
    DrivingWarning.PERMIT_ENDED: N_("The learner’s permit ended on %(day)s."),
    DrivingWarning.PERMIT_ENDS_SOON: N_("The learner’s permit ends on %(day)s."),
}


def say_warning(words: Words, warned: Warned) -> str:
    """One thing that speaks against a drive."""
    return words.text(_WARNINGS[warned.kind]) % {
        "years": warned.years,
        "day": words.date(warned.day),
    }


def say_conditions(words: Words, conditions: frozenset[DrivingCondition]) -> str:
    """In a row, in the order of the form."""
    return ", ".join(label(words, one) for one in DrivingCondition if one in conditions)


def say_totals(words: Words, totals: DrivingTotals) -> str:
    """Drives, hours and kilometres."""
    return words.text("%(drives)s, %(hours)s hours, %(km)s km") % {
        "drives": words.plural("%(n)d drive", "%(n)d drives", totals.drives),
        "hours": words.hours(totals.minutes),
        "km": words.number(totals.kilometres),
    }


def say_share(words: Words, totals: DrivingTotals) -> str:
    """How much of what is recommended was driven together; empty where nothing is recommended."""
    share = totals.of_recommended
    if share is None or share.percent is None:
        return ""
    return words.text(
        "%(part)s of %(base)s recommended hours (%(percent)d %%), driven with the companion"
    ) % {
        "part": words.hours(share.part),
        "base": words.hours(share.base),
        "percent": share.percent,
    }


def say_by_condition(words: Words, totals: DrivingTotals) -> list[tuple[str, str]]:
    """Hours of the drives with each condition."""
    return [
        (label(words, condition), words.hours(minutes))
        for condition, minutes in totals.by_condition.items()
    ]


def rules_facts(words: Words, rules: DrivingRules) -> list[tuple[str, str]]:
    """A country's rules as label and value; what nobody found a source for is said to be open."""
    _ = words.text
    nothing = _("not written down")

    def years(number: int | None) -> str:
        return words.plural("%(n)d year", "%(n)d years", number) if number else nothing

    permit = _("No")
    if rules.permit_needed and rules.permit_below_age:
        permit = _("Yes, below %(years)s years") % {"years": rules.permit_below_age}
    elif rules.permit_needed:
        permit = _("Yes")
    return [
        (_("Learner’s least age"), years(rules.learner_age)),
        (_("Companion’s least age"), years(rules.companion_age)),
        (_("Licence held without a break"), years(rules.licence_years)),
        (
            _("Recommended practice"),
            words.text("%(hours)s hours") % {"hours": words.hours(rules.recommended_minutes)}
            if rules.recommended_minutes
            else nothing,
        ),
        (_("Permit needed"), permit),
        (_("Source"), rules.source),
        (_("Looked up on"), words.date(rules.source_date)),
        (_("Notes"), rules.notes),
    ]
