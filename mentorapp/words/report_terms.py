"""The user's word for what reports count and are called; see ``labels``."""

from enum import Enum

from mentorapp.domain.report_kinds import ReportKind
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
    (WaitBand.MONTH_1, N_("Less than a month")),
    (WaitBand.MONTHS_3, N_("1 to 3 months")),
    (WaitBand.MONTHS_6, N_("3 to 6 months")),
    (WaitBand.YEAR, N_("6 to 12 months")),
    (WaitBand.LONGER, N_("More than 12 months")),
)
