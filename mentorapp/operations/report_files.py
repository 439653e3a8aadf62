"""The files that are wanted of a report: pages, workbook, CSV, pictures of its charts."""

from dataclasses import dataclass
from pathlib import Path

from mentorapp.operations.files import write_whole
from mentorapp.operations.report_frame import Report
from mentorapp.words import Words
from mentorapp.words.printed_reports import file_stem


@dataclass(frozen=True, slots=True)
class Wanted:
    """Files for the pages and the workbook, folders for CSV and pictures."""

    pdf: Path | None = None
    xlsx: Path | None = None
    csv: Path | None = None
    png: Path | None = None


def written(report: Report, wanted: Wanted, words: Words) -> tuple[bytes | None, list[Path]]:
    """Write them; the pages, where they were wanted, and all that was written.

    Raises CannotWriteFile.
    """
    made: dict[Path, bytes] = {}
    pdf = None
    if wanted.pdf is not None:
        pdf = made[wanted.pdf] = report.make(words)
    if wanted.xlsx is not None:
        made[wanted.xlsx] = workbook(report, words)
    if wanted.csv is not None:
        made |= {wanted.csv / name: data for name, data in csv_files(report, words).items()}
    if wanted.png is not None:
        made |= {wanted.png / name: data for name, data in pictures(report, words).items()}
    for file, data in made.items():
        write_whole(file, data, make_folder=True)
    return pdf, list(made)


def workbook(report: Report, words: Words) -> bytes:
    """All tables, a sheet for each."""
    from mentorapp.exchange import report_files

    return report_files.workbook(report.tables(words))


def csv_files(report: Report, words: Words) -> dict[str, bytes]:
    """Each table by the name of its file."""
    from mentorapp.exchange import report_files

    stem = stem_of(report, words)
    found = report_files.csv_files(report.tables(words))
    return {f"{stem}-{key}.csv": data for key, data in found.items()}


def pictures(report: Report, words: Words) -> dict[str, bytes]:
    """Each chart by the name of its file."""
    from mentorapp.reports.chart_pictures import picture

    stem = stem_of(report, words)
    return {f"{stem}-{key}.png": picture(chart) for key, chart in report.charts(words).items()}


def stem_of(report: Report, words: Words) -> str:
    """What its files are called, without what tells them apart: nobody's name."""
    return file_stem(words, report.kind.value, report.period)
