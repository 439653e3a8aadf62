"""The tables of what is printed: texts, pictures, questionnaires and reports; see ``tables``."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Column, ForeignKey, LargeBinary, Named, Table, Text, TypedColumns

from mentorapp.domain import letter_texts, letters, office_pictures, printed_reports, questionnaires
from mentorapp.storage.columns import Choice, Moment, Numbers, Texts
from mentorapp.storage.metadata import RecordColumns, metadata


class _LetterTexts(RecordColumns):
    kind: Named[Any] = Column(Choice(letters.LetterKind), nullable=False)
    language: Named[str]
    letter_set: Named[str]
    text: Named[str] = Column(Text())
    saved_at: Named[datetime] = Column(Moment(), nullable=False)
    saved_by: Named[str]


class _TextApprovals(RecordColumns):
    kind: Named[Any] = Column(Choice(letter_texts.text_kind), nullable=False)
    language: Named[str]
    letter_set: Named[str]
    digest: Named[str]
    approved_on: Named[date]
    approved_by: Named[str]


class _OfficePictures(RecordColumns):
    use: Named[Any] = Column(Choice(office_pictures.PictureUse), nullable=False)
    coordinator: Named[str]


class _Questionnaires(RecordColumns):
    pairing_id: Named[UUID] = Column(ForeignKey("pairings.id"), index=True)
    person_id: Named[UUID] = Column(ForeignKey("people.id"), index=True)
    moment: Named[Any] = Column(Choice(questionnaires.Moment), nullable=False)
    answered_on: Named[date]
    answers: Named[Any] = Column(Numbers(), nullable=False)
    own_words: Named[Any] = Column(Texts(), nullable=False)
    typed_by: Named[str]


class _PrintedReports(RecordColumns):
    kind: Named[str]
    period: Named[str]
    scope: Named[str]
    language: Named[str]
    printed_at: Named[datetime] = Column(Moment(), nullable=False)
    printed_by: Named[str]
    figures: Named[Any] = Column(JSON(), nullable=False)
    state: Named[Any] = Column(Numbers(), nullable=False)
    digest: Named[str]


class _ReportComments(RecordColumns):
    kind: Named[str]
    period: Named[str]
    scope: Named[str]
    text: Named[str] = Column(Text())
    written_by: Named[str]


class _StoredFiles(TypedColumns):
    owner_id: Named[UUID] = Column(primary_key=True)
    contents: Named[bytes] = Column(LargeBinary())


letter_texts_table = Table("letter_texts", metadata, _LetterTexts)
text_approvals_table = Table("text_approvals", metadata, _TextApprovals)
office_pictures_table = Table("office_pictures", metadata, _OfficePictures)
questionnaires_table = Table("questionnaires", metadata, _Questionnaires)
printed_reports_table = Table("printed_reports", metadata, _PrintedReports)
report_comments_table = Table("report_comments", metadata, _ReportComments)
stored_files_table = Table("stored_files", metadata, _StoredFiles)

#: Which dataclass each table mirrors. Stored files are no records: see ``stored_files``.
MIRRORS = {
    letter_texts.LetterText: letter_texts_table,
    letter_texts.TextApproval: text_approvals_table,
    office_pictures.OfficePicture: office_pictures_table,
    questionnaires.Questionnaire: questionnaires_table,
    printed_reports.PrintedReport: printed_reports_table,
    printed_reports.ReportComment: report_comments_table,
}
