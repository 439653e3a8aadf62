"""Quarters of several offices side by side: the file of one's own, and the table of them all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from mentorapp.domain.accounts import Right
from mentorapp.domain.comparisons import Cell, Compared, ComparedQuarter, InWork, compared_cells
from mentorapp.domain.exchange_errors import ExchangeKind
from mentorapp.domain.fingerprints import fingerprint
from mentorapp.domain.in_work import OfficeDefinition
from mentorapp.domain.office import Office
from mentorapp.domain.pairings import months_later
from mentorapp.domain.quarters import Quarter
from mentorapp.exchange import comparisons as files
from mentorapp.exchange import signed_files
from mentorapp.operations import neighbours, offices, outcome_figures, reports
from mentorapp.operations.intention import counts_all, intention
from mentorapp.storage import scopes
from mentorapp.storage.database import Transaction
from mentorapp.words import Words

#: Months over which those in work are told: in a quarter too few ended.
_YEAR = 12


@dataclass(frozen=True, slots=True)
class ComparisonFile:
    """A file to send, with what it tells."""

    file_name: str
    data: bytes
    told: ComparedQuarter


@dataclass(frozen=True, slots=True)
class Column:
    """One office's quarter. ``known`` tells that the signature is one's own or a neighbour's."""

    told: ComparedQuarter
    fingerprint: str
    known: bool

    def cell(self, measure: Compared) -> Cell:
        """Nothing to count where the file does not have the figure."""
        return self.told.cells.get(measure, Cell(None))


@counts_all
def own_quarter(tx: Transaction, quarter: Quarter, today: date) -> ComparedQuarter:
    """What would be told. Raises QuarterNotBegun."""
    figures, office = reports.quarter_figures(tx, quarter, today), offices.read(tx)
    year = months_later(figures.until + timedelta(days=1), -_YEAR)
    told = outcome_figures.figures(tx, year, figures.until, today)
    return ComparedQuarter(
        office=office.name,
        municipality=office.municipality,
        quarter=quarter,
        until=figures.until,
        finished=figures.finished,
        cells=compared_cells(
            figures,
            InWork(told.after_a_year_of_known, told.after_a_year_of_ended),
            office.least_shown,
        ),
        in_work=OfficeDefinition(office.work_least_minutes, office.subsidised_counts),
    )


@intention(needs=Right.FIGURES)
def write(tx: Transaction, quarter: Quarter, today: date) -> ComparisonFile:
    """The signed file: for anybody, as it holds nothing that is not printed."""
    told = own_quarter(tx, quarter, today)
    with scopes.whole(tx):  # signed by the office, whoever writes it
        key = neighbours.own_key(tx, today)
    data = signed_files.write(
        ExchangeKind.COMPARISON, files.comparison_content(told), key.private_key
    )
    return ComparisonFile(f"comparison-{quarter}.json", data, told)


@scopes.knowing_all
def read(tx: Transaction, data: bytes) -> Column:
    """One file. Nobody has to be trusted for it; whether the signer is known is shown.

    Raises the refusals of ``exchange_errors``.
    """
    signed = signed_files.read(data, ExchangeKind.COMPARISON)
    own = neighbours.known_key(tx)
    known = (own is not None and own.public_key == signed.signed_by) or (
        neighbours.by_key(tx, signed.signed_by) is not None
    )
    return Column(files.read_comparison(signed.content), fingerprint(signed.signed_by), known)


@counts_all
def own_column(tx: Transaction, quarter: Quarter, today: date) -> Column:
    """The own quarter as it would be told, without writing a file."""
    own = neighbours.known_key(tx)
    shown = fingerprint(own.public_key) if own else ""
    return Column(own_quarter(tx, quarter, today), shown, True)


def side_by_side(columns: Iterable[Column]) -> tuple[Column, ...]:
    """By municipality, then by quarter; of two files of one quarter the one counted further."""
    newest: dict[tuple[str, str, Quarter], Column] = {}
    for one in columns:
        key = (one.fingerprint, one.told.name, one.told.quarter)
        if key not in newest or newest[key].told.until < one.told.until:
            newest[key] = one
    return tuple(
        sorted(newest.values(), key=lambda one: (one.told.name.casefold(), one.told.quarter))
    )


def as_json(column: Column) -> Mapping[str, object]:
    """For ``--json``."""
    return {
        **files.comparison_content(column.told),
        "fingerprint": column.fingerprint,
        "known": column.known,
    }


def comparison_pdf(
    columns: Iterable[Column], office: Office, words: Words, printed_on: date
) -> bytes:
    """A4 landscape; touches no database."""
    from mentorapp.reports.comparison import comparison_report

    told = [(one.told, one.known) for one in columns]
    return comparison_report(told, office, words, printed_on)
