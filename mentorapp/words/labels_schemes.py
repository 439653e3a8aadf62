"""The user's word for values of schemes; see ``labels``."""

from enum import Enum

from mentorapp.domain.taking_part import Openness
from mentorapp.words import N_

SCHEME_LABELS: tuple[tuple[Enum, str], ...] = (
    (Openness.WAITING, N_("waits for a pair")),
    (Openness.OPEN, N_("open to it")),
    (Openness.CHOSEN, N_("chosen, not ready")),
)
