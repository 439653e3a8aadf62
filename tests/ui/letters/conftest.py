from dataclasses import replace

import pytest

from mentorapp.domain.letters import DUE_FOR_PAIRING, LetterKind
from mentorapp.operations import offices
from tests.ui.pairs_office import PairsOffice, as_new, english, pairs_office, settle, worker

__all__ = ["english", "pairs_office", "settle", "worker"]


@pytest.fixture(autouse=True)
def _only_pairing_letters(pairs_office: PairsOffice) -> None:
    """Of the running pair, as if it was new; what else is due has tests of its own."""
    off = frozenset(kind.value for kind in LetterKind if kind not in DUE_FOR_PAIRING)
    with pairs_office.database.write("mona") as tx:
        offices.save(tx, replace(offices.read(tx), letters_off=off))
    as_new(pairs_office)
