"""Households: who lives together."""

from mentorapp.domain.households import Household, check_household
from mentorapp.operations.intention import intention
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


def all_households(tx: Transaction) -> list[Household]:
    """Every household, to choose from."""
    return records.find(tx, Household)


@intention
def save(tx: Transaction, household: Household) -> Household:
    """Add a new household or change one."""
    check_household(household)
    if records.find(tx, Household, id=household.id):
        return records.amend(tx, household)
    return records.add(tx, household)
