"""The rules for practice driving that an office goes by: its own, else those that ship."""

from dataclasses import replace
from datetime import date

from mentorapp.domain.accounts import Right
from mentorapp.domain.practice_driving import DrivingRules, check_rules
from mentorapp.domain.records import new_id
from mentorapp.domain.text import clean
from mentorapp.operations import offices
from mentorapp.operations.intention import intention
from mentorapp.reference.driving_rules import driving_rules
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


def all_rules(tx: Transaction) -> list[DrivingRules]:
    """Every country's, by its code; what the office wrote down stands in place of what ships."""
    own = {one.country: one for one in records.find(tx, DrivingRules)}
    return [rules for _, rules in sorted({**driving_rules(), **own}.items())]


def rules_for(tx: Transaction, country: str) -> DrivingRules | None:
    """The country's rules; None when nobody has written any down."""
    return next((one for one in all_rules(tx) if one.country == country), None)


def rules_here(tx: Transaction) -> DrivingRules | None:
    """The rules of the office's country."""
    return rules_for(tx, offices.read(tx).country)


def is_own(tx: Transaction, rules: DrivingRules) -> bool:
    """Whether the office wrote them down itself."""
    return bool(records.find(tx, DrivingRules, id=rules.id))


@intention(needs=Right.SETTINGS)
def save(tx: Transaction, rules: DrivingRules, today: date) -> DrivingRules:
    """Write a country's rules into the office, which keeps one for each country."""
    rules = replace(
        rules,
        country=rules.country.strip().upper(),
        source=clean(rules.source),
        notes=clean(rules.notes),
    )
    check_rules(rules, today)
    if is_own(tx, rules):
        return records.amend(tx, rules)
    for other in records.find(tx, DrivingRules, country=rules.country):
        return records.amend(tx, replace(rules, id=other.id, version=other.version))
    return records.add(tx, replace(rules, id=new_id()))


@intention(needs=Right.SETTINGS)
def remove(tx: Transaction, rules: DrivingRules) -> DrivingRules:
    """Go back to what ships, or to none. Returns what was, for ``restore``."""
    records.remove(tx, rules)
    return rules


@intention(needs=Right.SETTINGS)
def restore(tx: Transaction, rules: DrivingRules) -> DrivingRules:
    """Undo ``remove``."""
    return records.restore(tx, rules)
