"""Reports that were handed on: kept as they were, printed again, and what has come since."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from uuid import UUID

from mentorapp.domain.accounts import Right
from mentorapp.domain.errors import NotFound
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.printed_reports import Changed, PrintedReport, Since
from mentorapp.domain.report_errors import QuotedNoMore
from mentorapp.domain.report_kinds import KEPT, ReportKind
from mentorapp.domain.report_tables import Kept
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.sections import Hidden
from mentorapp.operations import quoted_pages, quotes
from mentorapp.operations.handles import by_handle
from mentorapp.operations.intention import counts_all, intention
from mentorapp.operations.quotes import PrintableQuote
from mentorapp.storage import records, stored_files
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a report tells, as it is kept beside its pages; see ``PrintedReport``."""

    kind: ReportKind
    period: str
    scope: str = ""
    figures: Mapping[str, Kept] = field(default_factory=dict)
    state: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A line of the list, with the scheme or organisation it is about, if any.

    ``quotes_gone``: it quotes somebody who may not be quoted any more, so that it is made anew.
    """

    printed: PrintedReport
    scheme: Scheme | None = None
    organisation: str = ""
    quotes_gone: bool = False

    def about(self, language: str) -> str:
        """The name of what it is about; empty for all of the office."""
        return self.scheme.name(language) if self.scheme else self.organisation


def since(tx: Transaction, told: Told) -> Since | None:
    """The differences to the report that was printed last with other figures or other data.

    Those printed since with the same are passed over, so that a second copy of a page is the
    same page.
    """
    for printed in _of(tx, told):
        state = {
            key: count - printed.state.get(key, 0)
            for key, count in told.state.items()
            if count != printed.state.get(key, 0)
        }
        figures = _changed(printed.figures, told.figures)
        if state or figures:
            return Since(printed, state, figures)
    return None


@intention(needs=Right.FIGURES)
def keep(tx: Transaction, told: Told, language: str, pdf: bytes) -> PrintedReport | None:
    """Keep the pages that go out, with the office as it was. None for a kind that is not kept.

    The very same pages are kept once.
    """
    if told.kind not in KEPT:
        return None
    digest = sha256(pdf).hexdigest()
    for printed in _of(tx, told):
        if printed.digest == digest:
            return printed
    made = records.add(
        tx,
        PrintedReport(
            kind=told.kind.value,
            period=told.period,
            scope=told.scope,
            language=language,
            printed_at=tx.now,
            printed_by=tx.actor,
            figures=dict(told.figures),
            state=dict(told.state),
            digest=digest,
        ),
    )
    stored_files.keep(tx, {made.id: pdf})
    return made


@counts_all
def again(tx: Transaction, printed_id: UUID) -> bytes:
    """The pages as they were. Raises NotFound, or QuotedNoMore where somebody who is quoted in it
    may not be quoted any more, or took it back for a time: then the pages are gone.
    """
    printed = records.get(tx, PrintedReport, printed_id)
    quoted = quoted_pages.quoted_in(printed)
    if quoted - quoted_figures(quotes.printable_quotes(tx)).keys():
        raise QuotedNoMore
    pdf = stored_files.read(tx, printed_id)
    if pdf is None:
        raise QuotedNoMore if quoted else NotFound("printed_report", str(printed_id))
    return pdf


def quoted_figures(printed: Iterable[PrintableQuote]) -> dict[str, Kept]:
    """Who is quoted in a report, as it is kept among its figures."""
    return {**quoted_pages.as_kept(one.id for one in printed)}


@counts_all
def rows(tx: Transaction) -> list[PrintedRow]:
    """Everything that was kept, the newest first."""
    schemes = {str(one.id): one for one in records.find(tx, Scheme)}
    organisations = {str(one.id): one.name for one in records.find(tx, Organisation)}
    every = _newest_first(records.find(tx, PrintedReport))
    printable = quoted_figures(quotes.printable_quotes(tx)).keys()
    quoted = {one.id: told for one in every if (told := quoted_pages.quoted_in(one))}
    there = stored_files.which(tx, quoted)
    return [
        PrintedRow(
            one,
            schemes.get(one.scope),
            organisations.get(one.scope, ""),
            one.id in quoted and (one.id not in there or bool(quoted[one.id] - printable)),
        )
        for one in every
    ]


def find(tx: Transaction, text: str) -> PrintedReport:
    """The kept report with this handle. Raises NotFound or NotUnique."""
    return by_handle(records.find(tx, PrintedReport), PrintedReport, text)


def _of(tx: Transaction, told: Told) -> list[PrintedReport]:
    return _newest_first(
        records.find(tx, PrintedReport, kind=told.kind.value, period=told.period, scope=told.scope)
    )


def _newest_first(found: list[PrintedReport]) -> list[PrintedReport]:
    return sorted(found, key=lambda one: (one.printed_at, one.id), reverse=True)


def _changed(old: Mapping[str, Kept], new: Mapping[str, Kept]) -> tuple[Changed, ...]:
    """In the order of the new report; what stands no more comes last."""
    keys = [*new, *(key for key in old if key not in new)]
    pairs = ((key, _value(old, key), _value(new, key)) for key in keys)
    return tuple(Changed(key, then, now) for key, then, now in pairs if then != now)


def _value(figures: Mapping[str, Kept], key: str) -> int | float | Hidden | None:
    if key not in figures:
        return None
    value = figures[key]
    return Hidden() if value is None else value
