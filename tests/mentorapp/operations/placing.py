"""Somebody in a placement, in one line."""

from typing import Any
from uuid import UUID

from mentorapp.domain.placements import Placement
from mentorapp.operations import Transaction, organisations, placements
from tests.factories import TODAY, a_placement, an_organisation
from tests.mentorapp.operations.registering import newcomer, register


def place(tx: Transaction, name: str = "Sahra Guled", **changes: Any) -> Placement:
    """A new newcomer in a new organisation, unless ``person_id`` and ``organisation_id`` say who.

    ``person`` holds the newcomer's own fields.
    """
    person = changes.pop("person", {})
    return placements.register(
        tx,
        a_placement(
            number=0,
            person_id=changes.pop("person_id", None) or register(tx, newcomer(name, **person)),
            organisation_id=changes.pop("organisation_id", None) or organisation(tx),
            **changes,
        ),
        TODAY,
    )


def organisation(tx: Transaction, **changes: Any) -> UUID:
    """One in the register, by id."""
    return organisations.save(tx, an_organisation(number=0, **changes)).id
