"""What pairs of before did to the newcomers' statuses, on the days they did so."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.domain.pairings import Pairing, PairingStatus
from mentorapp.domain.statuses import StatusChange
from mentorapp.storage import records
from mentorapp.storage.database import Transaction

_GONE = frozenset({NewcomerStatus.COMPLETED, NewcomerStatus.WITHDRAWN})


def note_newcomers(tx: Transaction, told: Sequence[Pairing]) -> None:
    """Note the steps of these pairings, all of which are stored.

    A pair that begins or ends while another of the newcomer's runs changes nothing. The status
    that the list of newcomers gave is today's and stays, unless a pair still runs.
    """
    newcomers = records.by_id(records.find(tx, Newcomer, id={one.newcomer_id for one in told}))
    beside = defaultdict(list)
    for pairing in records.find(tx, Pairing, newcomer_id=newcomers):
        beside[pairing.newcomer_id].append(pairing)
    steps = []
    for pairing in told:
        others = [one for one in beside[pairing.newcomer_id] if one.id != pairing.id]
        steps += [
            StatusChange(
                subject="newcomer",
                subject_id=pairing.newcomer_id,
                status=status.value,
                changed_on=day,
                actor=tx.actor,
            )
            for day, status in _steps(pairing, newcomers[pairing.newcomer_id].status)
            if not any(_ran_on(one, day) for one in others)
        ]
    records.add_all(tx, steps)
    for running in {one.newcomer_id for one in told if one.is_running}:
        newcomer = newcomers[running]
        if newcomer.status is not NewcomerStatus.PAIRED:
            records.amend(tx, replace(newcomer, status=NewcomerStatus.PAIRED))


def _steps(pairing: Pairing, now: NewcomerStatus) -> list[tuple[date, NewcomerStatus]]:
    """``now`` is the newcomer's status today.

    A pair that broke off leaves him waiting, unless the list of newcomers knows that he has gone:
    then he went when the pair ended, and has not waited through all the years since.
    """
    steps = [(pairing.agreed_on, NewcomerStatus.PAIRED)]
    if pairing.ended_on is not None:
        done = pairing.status is PairingStatus.COMPLETED
        after = (
            NewcomerStatus.COMPLETED if done else now if now in _GONE else NewcomerStatus.WAITING
        )
        steps.append((pairing.ended_on, after))
    return steps


def _ran_on(pairing: Pairing, day: date) -> bool:
    """Whether it had begun before the day and went on after it."""
    return pairing.agreed_on < day and (pairing.ended_on is None or pairing.ended_on > day)
