"""Letters of before about somebody whose address is protected now: that they were sent stays."""

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from mentorapp.domain.letters import LetterIssued
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import Pairing
from mentorapp.storage import deletions, records, stored_files
from mentorapp.storage.database import Transaction


def forget(tx: Transaction, person_ids: Collection[UUID]) -> None:
    """Remove for good the pages and the wording of letters to these people, and of those that the
    other half of a pair got about them: both may tell where they live.
    """
    finds = (records.find, records.find_hidden)
    roles = {
        one.id
        for kind in (Mentor, Newcomer)
        for find in finds
        for one in find(tx, kind, person_id=person_ids)
    }
    pairs = {
        one.id
        for name in ("mentor_id", "newcomer_id")
        for find in finds
        for one in find(tx, Pairing, **{name: roles})
    }
    stored, hidden = (
        {
            one.id: one
            for name, ids in (("person_id", person_ids), ("pairing_id", pairs))
            for one in find(tx, LetterIssued, **{name: ids})
        }
        for find in finds
    )
    records.amend_all(tx, [(one, replace(one, text="")) for one in stored.values()])
    records.reword_hidden(tx, [(one, replace(one, text="")) for one in hidden.values()])
    every = {*stored, *hidden}
    deletions.forget_fields(tx, every, {LetterIssued: {"text"}})
    stored_files.remove(tx, every)
