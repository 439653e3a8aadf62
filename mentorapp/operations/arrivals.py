"""How long ago newcomers came, for filters and reports; pairing never asks."""

from datetime import date

from mentorapp.domain.arrivals import ArrivalFigures, arrival_figures
from mentorapp.domain.newcomers import Newcomer
from mentorapp.operations.intention import counts_all
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


@counts_all
def figures(tx: Transaction, first: date, last: date, today: date) -> ArrivalFigures:
    """Those registered from ``first`` to ``last``, at the latest today."""
    until = min(last, today)
    new = [one for one in records.find(tx, Newcomer) if first <= one.registered_on <= until]
    return arrival_figures(new, until.year)
