"""The user's word for what reports count and are called; see ``labels``."""

from enum import Enum

from mentorapp.domain.report_kinds import ReportKind
from mentorapp.domain.report_lacks import LackKind, LackPlace
from mentorapp.domain.waiting_times import WaitBand
from mentorapp.words import N_

REPORT_LABELS: tuple[tuple[Enum, str], ...] = (
    (ReportKind.PERIOD, N_("Report on a period")),
    (ReportKind.YEAR, N_("Yearly report")),
    (ReportKind.ORGANISATION, N_("Organisation report")),
    (ReportKind.WAITING, N_("Waiting times")),
    (ReportKind.EVALUATION, N_("Evaluation of a scheme")),
    (ReportKind.FOLLOW_UP, N_("Follow-up report")),
    (ReportKind.HOURS, N_("Statement of hours")),
    (LackKind.SLIPS, N_("No meeting logged for a month")),
    (LackKind.NOT_STARTED, N_("Agreed and not started")),
    (LackKind.PAST_END, N_("Past its planned end and still running")),
    (LackKind.END_REASON, N_("Ended early without reason or who wanted it")),
    (LackKind.FOLLOW_UP, N_("Follow-up not done")),
    (LackKind.OUTCOME, N_("Outcome not asked for")),
    (LackKind.PLACEMENT_OVER, N_("Placement over, end not told")),
    (LackKind.ATTENDANCE, N_("Attendance not noted")),
    (LackKind.PROPOSAL, N_("Proposal sent and not answered")),
    (LackKind.NO_ANSWER, N_("Registered and not answered for a month")),
    (LackKind.MUNICIPALITY, N_("Municipality missing")),
    (LackKind.BIRTH_YEAR, N_("Year of birth missing")),
    (LackKind.GENDER, N_("Gender missing")),
    (LackPlace.PAIRING, N_("the pairing’s page")),
    (LackPlace.PERSON, N_("the person’s form")),
    (LackPlace.OUTCOMES, N_("the person’s outcomes")),
    (LackPlace.PLACEMENTS, N_("the person’s placements")),
    (LackPlace.PROPOSALS, N_("the proposals")),
    (LackPlace.EVENTS, N_("the events")),
    (WaitBand.MONTH_1, N_("Less than a month")),
    (WaitBand.MONTHS_3, N_("1 to 3 months")),
    (WaitBand.MONTHS_6, N_("3 to 6 months")),
    (WaitBand.YEAR, N_("6 to 12 months")),
    (WaitBand.LONGER, N_("More than 12 months")),
)
