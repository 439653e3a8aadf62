"""The user's word for what is kept of people, and for how long; see ``labels``."""

from enum import Enum

from mentorapp.domain.personal_data import DataCategory
from mentorapp.domain.retention import DecisionKind, RetentionKind, Standing
from mentorapp.words import N_

PRIVACY: tuple[tuple[Enum, str], ...] = (
    (RetentionKind.WITHDRAWN, N_("Consent taken back")),
    (RetentionKind.APPLICATION, N_("Left without a pair")),
    (RetentionKind.NOTES, N_("Notes of an ended pair")),
    (RetentionKind.CLEARANCES, N_("Certificate and declaration of a mentor who has left")),
    (RetentionKind.NEWCOMER, N_("Newcomer who has left")),
    (RetentionKind.MENTOR, N_("Mentor who has left")),
    (RetentionKind.OTHER, N_("Somebody without a role")),
    (RetentionKind.GUESTS, N_("Names of an event’s guests who are not in the register")),
    (RetentionKind.LOG, N_("Oldest lines of the log")),
    (Standing.DUE, N_("due")),
    (Standing.SOON, N_("soon")),
    (Standing.HELD, N_("held")),
    (DecisionKind.EXTEND, N_("kept longer")),
    (DecisionKind.HOLD, N_("on hold")),
    (DataCategory.IDENTITY, N_("Who somebody is")),
    (DataCategory.CONTACT, N_("Where and how somebody is reached")),
    (DataCategory.ROLE, N_("Being a mentor or a newcomer")),
    (DataCategory.CONSENTS, N_("Consents and decisions about them")),
    (DataCategory.PAIRS, N_("Pairs and proposals")),
    (DataCategory.MEETINGS, N_("Meetings and follow-up")),
    (DataCategory.CONVERSATIONS, N_("Talks, calls and questionnaires")),
    (DataCategory.WORK, N_("Work, competence and plans")),
    (DataCategory.BELONGING, N_("Associations, events and contacts")),
    (DataCategory.LETTERS, N_("Letters")),
    (DataCategory.OFFICE_WORK, N_("The coordinator’s own work lists")),
)
