"""The user's word for values of schemes; see ``labels``."""

from enum import Enum

from mentorapp.domain.driving_warnings import DrivingWarning
from mentorapp.domain.taking_part import Openness
from mentorapp.words import N_

SCHEME_LABELS: tuple[tuple[Enum, str], ...] = (
    (Openness.WAITING, N_("waits for a pair")),
    (Openness.OPEN, N_("open to it")),
    (Openness.CHOSEN, N_("chosen, not ready")),
    (DrivingWarning.NO_RULES, N_("no rules for the country")),
    (DrivingWarning.LEARNER_AGE_UNKNOWN, N_("learner’s age not known")),
    (DrivingWarning.LEARNER_TOO_YOUNG, N_("learner perhaps too young")),
    (DrivingWarning.COMPANION_AGE_UNKNOWN, N_("companion’s age not known")),
    (DrivingWarning.COMPANION_TOO_YOUNG, N_("companion perhaps too young")),
    (DrivingWarning.LICENCE_UNKNOWN, N_("companion’s licence not written down")),
    (DrivingWarning.LICENCE_TOO_NEW, N_("companion’s licence too new")),
    (DrivingWarning.PERMIT_MISSING, N_("no permit written down")),
    (DrivingWarning.PERMIT_NOT_YET, N_("permit not valid yet")),
    (DrivingWarning.PERMIT_ENDED, N_("permit has ended")),
    (DrivingWarning.PERMIT_ENDS_SOON, N_("permit ends soon")),
)
