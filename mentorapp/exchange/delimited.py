"""CSV as offices have it: any of four delimiters, any of the encodings Excel has written.

The csv module's own sniffer is not used: for a file with one column it answers with a letter.
Quotes are read strictly, because an unclosed one would silently swallow all rows that follow.
"""

import codecs
import csv
import re

from mentorapp.domain.imports import (
    BadEncoding,
    FileTooLarge,
    FoundKind,
    Limit,
    UnclosedQuote,
    WrongKindOfFile,
)
from mentorapp.exchange.limits import MAX_CELL_LENGTH, MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from mentorapp.exchange.tables import Cell

DELIMITERS = (";", "\t", ",", "|")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Characters of the Windows code page that Python's table leaves undefined.
_UNDEFINED_IN_CP1252 = bytes((0x81, 0x8D, 0x8F, 0x90, 0x9D))
_SAMPLE_LINES = 40
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_WHITE = " \t\r\n\f\v\u00a0\ufeff"


def decode(data: bytes) -> tuple[str, str]:
    """Text and the name of its encoding. Raises BadEncoding and WrongKindOfFile.

    A byte order mark decides. Without one: UTF-16 when every second byte is zero, UTF-8 when the
    bytes obey its rules (text in another encoding practically never does), else Windows-1252.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding
            except UnicodeError as error:
                raise BadEncoding(encoding=encoding.removesuffix("-sig")) from error
    encoding = _utf_16_without_mark(data)
    if encoding:
        try:
            return data.decode(encoding), encoding
        except UnicodeError as error:
            raise WrongKindOfFile(found=FoundKind.BINARY) from error
    try:
        text, encoding = data.decode("utf-8"), "utf-8"
    except UnicodeError:
        cleaned = data.translate(None, _UNDEFINED_IN_CP1252)
        if len(data) - len(cleaned) > len(data) // 100:
            raise WrongKindOfFile(found=FoundKind.BINARY) from None
        text, encoding = cleaned.decode("cp1252"), "cp1252"
    return text, encoding


def _utf_16_without_mark(data: bytes) -> str:
    start = data[:2000]
    if len(start) < 4 or len(data) % 2:
        return ""
    half = len(start) // 2
    if start[1::2].count(0) > half * 0.6 and start[0::2].count(0) < half * 0.1:
        return "utf-16-le"
    if start[0::2].count(0) > half * 0.6 and start[1::2].count(0) < half * 0.1:
        return "utf-16-be"
    return ""


def check_is_text(text: str) -> None:
    """Raises WrongKindOfFile when the characters are those of a program or picture."""
    start = text[:4000]
    odd = sum(1 for character in start if character < " " and character not in "\t\n\r\f\v")
    if odd > max(2, len(start) // 200):
        raise WrongKindOfFile(found=FoundKind.BINARY)
    head = start.lstrip().lower()
    if head.startswith(("<!doctype html", "<html")):
        raise WrongKindOfFile(found=FoundKind.WEB_PAGE)


def choose_delimiter(text: str) -> str:
    """The delimiter that cuts the first lines into the most equal number of cells.

    Excel's own first line ``sep=;`` is obeyed. Where nothing cuts, the file has one column and
    the answer is ``;``.
    """
    first, _, _ = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        return first.strip()[4]
    best, best_score = ";", 0.0
    for delimiter in DELIMITERS:
        counts = [count for count in _counts(text, delimiter) if count]
        if not counts:
            continue
        usual = max(set(counts), key=counts.count)
        score = counts.count(usual) * usual**0.5
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _counts(text: str, delimiter: str) -> list[int]:
    """Delimiters outside quotes in each of the first lines."""
    counts, quoted, count = [], False, 0
    for character in text[:20_000]:
        if character == '"':
            quoted = not quoted
        elif quoted:
            continue
        elif character == delimiter:
            count += 1
        elif character == "\n":
            counts.append(count)
            count = 0
            if len(counts) == _SAMPLE_LINES:
                return counts
    counts.append(count)
    return counts


def read_lines(text: str, delimiter: str) -> list[tuple[int, list[Cell]]]:
    """Rows with the line each begins on. Raises UnclosedQuote and FileTooLarge."""
    rows: list[tuple[int, list[Cell]]] = []
    count = 0
    csv.field_size_limit(MAX_CELL_LENGTH * 4)
    # Line by line: a StringIO would hold the text once more, four bytes a letter.
    lines = (found.group() for found in _LINE.finditer(text))
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    begins = 1
    try:
        for cells in reader:
            count += len(cells)
            if len(rows) >= MAX_ROWS:
                raise FileTooLarge(limit=Limit.ROWS, found=len(rows) + 1, allowed=MAX_ROWS)
            if count > MAX_CELLS:
                raise FileTooLarge(limit=Limit.CELLS, found=count, allowed=MAX_CELLS)
            if len(cells) > MAX_COLUMNS and any(cells[MAX_COLUMNS:]):
                raise FileTooLarge(limit=Limit.COLUMNS, found=len(cells), allowed=MAX_COLUMNS)
            rows.append((begins, [clean(cell) for cell in cells]))
            begins = reader.line_num + 1
    except csv.Error as error:
        if "field limit" in str(error) or "field larger" in str(error):
            raise FileTooLarge(
                limit=Limit.CELL_LENGTH, found=MAX_CELL_LENGTH + 1, allowed=MAX_CELL_LENGTH
            ) from error
        raise UnclosedQuote(line=begins) from error
    if rows and delimiter and text.lower().startswith("sep="):
        del rows[0]
    return rows


def clean(text: str) -> str | None:
    """A cell without white space around it, NUL and the guard of ``spreadsheets.write_csv``."""
    text = text.replace("\0", "").strip(_WHITE)
    if text[:1] == "'":
        rest = text[1:].lstrip(_WHITE)
        if rest and rest[0] in "=+-@＝＋－＠'":
            text = rest
    return text or None
