"""Associations with activities, and people introduced to them, in one line."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from mentorapp.domain.associations import Activity, Introduction
from mentorapp.domain.organisations import Organisation, OrganisationKind
from mentorapp.operations import Transaction, associations, introductions, organisations
from tests.factories import TODAY, an_organisation


def association(tx: Transaction, **changes: Any) -> Organisation:
    """A sports club in the office."""
    usual: dict[str, Any] = {
        "number": 0,
        "name": "Fjordvik Idrettslag",
        "kind": OrganisationKind.ASSOCIATION,
        "registration_number": "",
        "interests": frozenset(),
    }
    return organisations.save(tx, an_organisation(**(usual | changes)))


def activity(tx: Transaction, organisation: Organisation, **changes: Any) -> Activity:
    """Yoga for beginners in the club's hall."""
    usual: dict[str, Any] = {
        "name": "Yoga",
        "interests": frozenset({"yoga"}),
        "place": "Fjordvikhallen",
        "postal_code": "8200",
        "time": "tirsdag 18.00",
    }
    made = Activity(organisation_id=organisation.id, **(usual | changes))
    return associations.save(tx, made)


def introduced(tx: Transaction, person_id: UUID, to: Activity, ago: int = 0) -> Introduction:
    """An introduction made so many days ago."""
    made = Introduction(
        person_id=person_id, activity_id=to.id, introduced_on=TODAY - timedelta(days=ago)
    )
    return introductions.introduce(tx, made, TODAY)
