"""The user's word for every value of every enum, in one table.

A test walks all enums of the domain and fails when one has no word.
"""

from collections.abc import Iterable
from enum import Enum
from functools import cache

from mentorapp.domain.availability import DayPart, Weekday
from mentorapp.domain.consents import ConsentPurpose, LegalBasis
from mentorapp.domain.contact_details import Share
from mentorapp.domain.follow_up import AttentionKind, Severity
from mentorapp.domain.households import ChildBand
from mentorapp.domain.languages import LetterLanguage, Level
from mentorapp.domain.meetings import MeetingForm
from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import Education, NewcomerStatus, ResidenceBasis
from mentorapp.domain.organisations import OrganisationKind
from mentorapp.domain.pairing_runs import Goal
from mentorapp.domain.pairings import EndReason, Fit, Initiator, PairingStatus, Side
from mentorapp.domain.people import AgeBand, Gender, LifeSituation, Transport
from mentorapp.domain.proposals import DecidedBy, ProposalStatus
from mentorapp.domain.protection import Protection
from mentorapp.domain.schemes import Criterion, FollowUpKind, SchemePart, Weight
from mentorapp.domain.ties import TieKind
from mentorapp.words import N_, Words

_LABELS: tuple[tuple[Enum, str], ...] = (
    (Gender.WOMAN, N_("woman")),
    (Gender.MAN, N_("man")),
    (Gender.OTHER, N_("other gender")),
    (Gender.NOT_GIVEN, N_("not given")),
    (Transport.CAR, N_("has a car")),
    (Transport.LICENCE, N_("has a driving licence")),
    (Transport.PUBLIC_TRANSPORT, N_("takes the bus or train")),
    (Transport.TRAVELS, N_("is willing to travel to the other")),
    (LifeSituation.NOT_GIVEN, N_("not given")),
    (LifeSituation.STUDYING, N_("studying")),
    (LifeSituation.WORKING, N_("working")),
    (LifeSituation.LOOKING_FOR_WORK, N_("looking for work")),
    (LifeSituation.AT_HOME, N_("at home")),
    (LifeSituation.RETIRED, N_("retired")),
    (AgeBand.UNDER_18, N_("under 18")),
    (AgeBand.FROM_18, N_("18–25")),
    (AgeBand.FROM_26, N_("26–35")),
    (AgeBand.FROM_36, N_("36–50")),
    (AgeBand.FROM_51, N_("51–66")),
    (AgeBand.FROM_67, N_("67 and over")),
    (Share.PHONE, N_("phone number")),
    (Share.EMAIL, N_("e-mail address")),
    (Protection.NONE, N_("none")),
    (Protection.CONFIDENTIAL, N_("confidential address")),
    (Protection.STRICT, N_("strictly confidential address")),
    (ChildBand.UNDER_1, N_("under 1 year")),
    (ChildBand.NURSERY, N_("1–5 years")),
    (ChildBand.PRIMARY, N_("6–12 years")),
    (ChildBand.YOUTH, N_("13–17 years")),
    (Level.A1, N_("A1")),
    (Level.A2, N_("A2")),
    (Level.B1, N_("B1")),
    (Level.B2, N_("B2")),
    (Level.C1, N_("C1")),
    (Level.C2, N_("C2")),
    (Level.NATIVE, N_("mother tongue")),
    (LetterLanguage.NB, N_("Norwegian (Bokmål)")),
    (LetterLanguage.NN, N_("Norwegian (Nynorsk)")),
    (LetterLanguage.DA, N_("Danish")),
    (LetterLanguage.EN, N_("English")),
    (LetterLanguage.UK, N_("Ukrainian")),
    (LetterLanguage.AR, N_("Arabic")),
    (LetterLanguage.PRS, N_("Dari")),
    (LetterLanguage.TI, N_("Tigrinya")),
    (LetterLanguage.SO, N_("Somali")),
    (LetterLanguage.PL, N_("Polish")),
    (Weekday.MONDAY, N_("Monday")),
    (Weekday.TUESDAY, N_("Tuesday")),
    (Weekday.WEDNESDAY, N_("Wednesday")),
    (Weekday.THURSDAY, N_("Thursday")),
    (Weekday.FRIDAY, N_("Friday")),
    (Weekday.SATURDAY, N_("Saturday")),
    (Weekday.SUNDAY, N_("Sunday")),
    (DayPart.MORNING, N_("morning")),
    (DayPart.AFTERNOON, N_("afternoon")),
    (DayPart.EVENING, N_("evening")),
    (OrganisationKind.BUSINESS, N_("business")),
    (OrganisationKind.VOLUNTEER, N_("volunteer organisation")),
    (OrganisationKind.PUBLIC, N_("public body")),
    (OrganisationKind.ASSOCIATION, N_("association or club")),
    (MentorStatus.APPLIED, N_("applied")),
    (MentorStatus.INTERVIEWED, N_("interviewed")),
    (MentorStatus.APPROVED, N_("approved")),
    (MentorStatus.PAUSED, N_("paused")),
    (MentorStatus.ENDED, N_("ended")),
    (NewcomerStatus.REGISTERED, N_("registered")),
    (NewcomerStatus.READY, N_("ready")),
    (NewcomerStatus.WAITING, N_("waiting")),
    (NewcomerStatus.PAIRED, N_("paired")),
    (NewcomerStatus.COMPLETED, N_("completed")),
    (NewcomerStatus.WITHDRAWN, N_("withdrawn")),
    (Education.UNKNOWN, N_("not known")),
    (Education.NONE, N_("no schooling")),
    (Education.PRIMARY, N_("primary school")),
    (Education.SECONDARY, N_("upper secondary school")),
    (Education.VOCATIONAL, N_("vocational training")),
    (Education.HIGHER, N_("university or college")),
    (ConsentPurpose.REGISTER, N_("keeping in the register")),
    (ConsentPurpose.PAIRING, N_("pairing")),
    (ConsentPurpose.SHARE_WITH_PAIR, N_("sharing with the other half of the pair")),
    (ConsentPurpose.STATISTICS, N_("statistics")),
    (ConsentPurpose.OTHER_OFFICES, N_("waiting lists without names for neighbouring offices")),
    (LegalBasis.CONSENT, N_("consent")),
    (LegalBasis.AGREEMENT, N_("agreement")),
    (LegalBasis.PUBLIC_TASK, N_("public task")),
    (ResidenceBasis.NOT_GIVEN, N_("not given")),
    (ResidenceBasis.REFUGEE, N_("refugee")),
    (ResidenceBasis.FAMILY, N_("family")),
    (ResidenceBasis.WORK, N_("work")),
    (ResidenceBasis.STUDY, N_("studies")),
    (ResidenceBasis.OTHER, N_("another basis")),
    (SchemePart.CAREER, N_("career goal and plan")),
    (SchemePart.HOUSEHOLDS, N_("whole households")),
    (SchemePart.ASSOCIATIONS, N_("introduction to associations")),
    (SchemePart.LANGUAGE_PRACTICE, N_("language practice at a place")),
    (SchemePart.DRIVING, N_("practice driving")),
    (Side.PERSON, N_("the person alone")),
    (Side.HOUSEHOLD, N_("the whole household")),
    (Criterion.INTERESTS, N_("Shared interests")),
    (Criterion.LANGUAGE, N_("Common language")),
    (Criterion.DISTANCE, N_("Distance")),
    (Criterion.AVAILABILITY, N_("Common free times")),
    (Criterion.OCCUPATION, N_("Occupation")),
    (Criterion.AGE, N_("Age and life situation")),
    (Criterion.HOUSEHOLD, N_("Family situation")),
    (Criterion.WAITING, N_("Waiting time")),
    (Goal.MOST, N_("As many pairs as possible")),
    (Goal.BEST, N_("The best total score")),
    (Goal.FAIR, N_("No one gets a very poor match")),
    (TieKind.RELATIVE, N_("relatives")),
    (TieKind.LANDLORD, N_("landlord and tenant")),
    (TieKind.OTHER, N_("another tie")),
    (Weight.MUST, N_("must")),
    (Weight.HIGH, N_("high")),
    (Weight.MEDIUM, N_("medium")),
    (Weight.LOW, N_("low")),
    (Weight.OFF, N_("off")),
    (FollowUpKind.FIRST_MEETING, N_("first meeting held?")),
    (FollowUpKind.CALL, N_("call to each")),
    (FollowUpKind.TALK, N_("follow-up talk")),
    (FollowUpKind.MIDWAY, N_("midway evaluation")),
    (FollowUpKind.CLOSING, N_("closing talk")),
    (FollowUpKind.OTHER, N_("other follow-up")),
    (ProposalStatus.DRAFT, N_("draft")),
    (ProposalStatus.SENT, N_("sent")),
    (ProposalStatus.ACCEPTED, N_("accepted")),
    (ProposalStatus.DECLINED, N_("declined")),
    (ProposalStatus.DISCARDED, N_("discarded")),
    (DecidedBy.COORDINATOR, N_("coordinator")),
    (DecidedBy.MENTOR, N_("mentor")),
    (DecidedBy.NEWCOMER, N_("newcomer")),
    (PairingStatus.AGREED, N_("agreed")),
    (PairingStatus.ACTIVE, N_("active")),
    (PairingStatus.COMPLETED, N_("completed")),
    (PairingStatus.ENDED_EARLY, N_("ended early")),
    (EndReason.MOVED, N_("moved away")),
    (EndReason.WORK_OR_STUDY, N_("work or studies")),
    (EndReason.NO_TIME, N_("no time")),
    (EndReason.ILLNESS_OR_FAMILY, N_("personal reasons")),
    (EndReason.DID_NOT_FIT, N_("did not fit")),
    (EndReason.NO_CONTACT, N_("lost contact")),
    (EndReason.OTHER, N_("other reason")),
    (Initiator.MENTOR, N_("the mentor")),
    (Initiator.NEWCOMER, N_("the newcomer")),
    (Initiator.BOTH, N_("both")),
    (Initiator.OFFICE, N_("the office")),
    (Fit.UNKNOWN, N_("not asked yet")),
    (Fit.GOOD, N_("good")),
    (Fit.DECIDING, N_("still deciding")),
    (Fit.NOT_GOOD, N_("not good")),
    (MeetingForm.IN_PERSON, N_("in person")),
    (MeetingForm.TELEPHONE, N_("telephone")),
    (MeetingForm.VIDEO, N_("video")),
    (MeetingForm.ACTIVITY, N_("activity together")),
    (MeetingForm.ATTEMPTED, N_("attempted, no contact")),
    (AttentionKind.FOLLOW_UP, N_("Follow-up")),
    (AttentionKind.FIRST_MEETING, N_("First meeting not held")),
    (AttentionKind.SILENT, N_("No meeting lately")),
    (AttentionKind.PAIR_ENDS, N_("End of a pair")),
    (AttentionKind.AGREEMENT, N_("Agreement to sign")),
    (AttentionKind.CERTIFICATE, N_("Police certificate")),
    (AttentionKind.WAITING, N_("Waiting for a mentor")),
    (AttentionKind.LETTER, N_("Letter to print")),
    (AttentionKind.PROPOSAL, N_("Proposal to decide")),
    (AttentionKind.DRIVING_PERMIT, N_("Learner’s permit")),
    (AttentionKind.OUTCOME, N_("Outcome to ask for")),
    (AttentionKind.GOAL, N_("Goal of the office")),
    (AttentionKind.FIRST_VISIT, N_("Introduced, not been there")),
    (AttentionKind.STILL_MEMBER, N_("Still a member?")),
    (AttentionKind.PLAN_STEP, N_("Step in a plan")),
    (AttentionKind.PLACEMENT_MIDWAY, N_("Midway talk of a placement")),
    (AttentionKind.PLACEMENT_ENDS, N_("Placement ends soon")),
    (AttentionKind.PLACEMENT_OVER, N_("Placement over, end not told")),
    (AttentionKind.NO_COORDINATOR, N_("Nobody responsible")),
    (AttentionKind.NETWORK_QUESTION, N_("Network to ask about")),
    (AttentionKind.QUESTIONS_OUT, N_("Questions not come back")),
    (AttentionKind.UNFINISHED_FORM, N_("Form left open")),
    (AttentionKind.EVENT_SOON, N_("Event soon")),
    (AttentionKind.EVENT_ATTENDANCE, N_("Attendance to note")),
    (Severity.RED, N_("urgent")),
    (Severity.YELLOW, N_("soon")),
    (Severity.CALM, N_("can wait")),
)

_Table = dict[type[Enum], dict[Enum, str]]


def _by_type(labels: Iterable[tuple[Enum, str]]) -> _Table:
    """Members of two StrEnum classes can be equal ("none" == "none"): kept apart by class."""
    table: _Table = {}
    for value, text in labels:
        table.setdefault(type(value), {})[value] = text
    return table


_FIRST = _by_type(_LABELS)


@cache
def _more() -> _Table:
    """Those whose pages a window does not open with: read when the first of them is shown."""
    from mentorapp.words.labels_more import MORE

    return _by_type(MORE)


def label(words: Words, value: Enum) -> str:
    """The value in the user's language; KeyError for an enum that has no words."""
    names = _FIRST.get(type(value)) or _more()[type(value)]
    return words.text(names[value])
