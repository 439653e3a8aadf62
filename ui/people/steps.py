"""Which statuses the menu and the form offer; the rules are the domain's."""

from mentorapp.domain.mentors import MENTOR_STEPS, MentorStatus
from mentorapp.domain.newcomers import NEWCOMER_STEPS, NewcomerStatus

__all__ = ["MENTOR_STEPS", "NEWCOMER_STEPS", "NEW_MENTOR", "NEW_NEWCOMER"]

NEW_MENTOR = tuple(MentorStatus)
NEW_NEWCOMER = (NewcomerStatus.REGISTERED, NewcomerStatus.READY, NewcomerStatus.WAITING)
