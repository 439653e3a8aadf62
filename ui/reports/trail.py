"""What the log is told of a report that was printed or saved."""

from uuid import UUID

from PySide6.QtCore import QObject

from mentorapp.domain.people import Person
from mentorapp.domain.report_kinds import ReportKind
from mentorapp.operations.papers_out import Paper
from mentorapp.operations.report_frame import Report
from mentorapp.words import Words
from mentorapp.words.printed_reports import report_name
from ui.widgets.paper_trail import PaperTrail
from ui.work import Worker


def trail_of(report: Report, worker: Worker, asker: QObject, words: Words) -> PaperTrail:
    """Its name and period; somebody's statement of hours is about her."""
    what = f"{report_name(words, report.kind.value)} {report.period}"
    if report.kind is ReportKind.HOURS:
        return PaperTrail(worker, asker, Paper(what, Person, (UUID(report.scope),)))
    return PaperTrail(worker, asker, Paper(what))
