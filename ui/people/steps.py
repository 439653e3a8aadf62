"""Which status may follow which: the menu offers these, and the form no others.

Nothing here is forbidden by law; it keeps a slip of the mouse from making a newcomer "completed"
who has never met anybody. Back again is always possible.
"""

from mentorapp.domain.mentors import MentorStatus as M
from mentorapp.domain.newcomers import NewcomerStatus as N

MENTOR_STEPS: dict[M, tuple[M, ...]] = {
    M.APPLIED: (M.INTERVIEWED, M.APPROVED, M.ENDED),
    M.INTERVIEWED: (M.APPROVED, M.APPLIED, M.ENDED),
    M.APPROVED: (M.PAUSED, M.ENDED, M.INTERVIEWED),
    M.PAUSED: (M.APPROVED, M.ENDED),
    M.ENDED: (M.APPLIED, M.INTERVIEWED, M.APPROVED),
}

#: PAIRED is not among the steps: it comes with a pairing, never by hand.
NEWCOMER_STEPS: dict[N, tuple[N, ...]] = {
    N.REGISTERED: (N.READY, N.WAITING, N.WITHDRAWN),
    N.READY: (N.WAITING, N.REGISTERED, N.WITHDRAWN),
    N.WAITING: (N.READY, N.WITHDRAWN),
    N.PAIRED: (N.COMPLETED, N.READY, N.WITHDRAWN),
    N.COMPLETED: (N.READY,),
    N.WITHDRAWN: (N.REGISTERED, N.READY),
}

NEW_MENTOR = tuple(M)
NEW_NEWCOMER = (N.REGISTERED, N.READY, N.WAITING)
