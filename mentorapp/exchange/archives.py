"""The zip of a spreadsheet, looked over and packed anew.

calamine lays out the rectangle around all filled cells at once, so that one stray cell far off
makes it ask for more memory than there is and ends the process, which no ``except`` can catch. Nor
does it read a zip as Python does: names, sizes and places of sheets can be told in two ways. So it
is never given the file that came, only a new one with the parts that were parsed here to their end.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final
from xml.parsers import expat

from mentorapp.domain.imports import (
    BrokenSpreadsheet,
    FileTooLarge,
    FoundKind,
    Limit,
    WrongKindOfFile,
)
from mentorapp.exchange import limits
from mentorapp.exchange.tables import Format

_PIECE: Final = 1 << 20
#: What zipfile raises on damage; RuntimeError is a locked entry.
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    KeyError,
)
#: Folders below ``xl`` in which no cells are.
_BESIDE_CELLS: Final = frozenset(
    """charts comments ctrlprops customdata diagrams drawings embeddings externallinks media persons
    pivotcache pivottables printersettings querytables richdata slicercaches slicers tables theme
    threadedcomments timelines timelinecaches webextensions""".split()
)
_ODS_PARTS: Final = frozenset({"mimetype", "content.xml", "META-INF/manifest.xml"})
_PLACE: Final = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_NUMBER: Final = re.compile(r"[0-9]{1,9}")


def tidied(data: bytes) -> tuple[Format, bytes]:
    """The kind of spreadsheet and an archive of its cells alone, within all limits.

    Nothing is unpacked to disk. Raises BrokenSpreadsheet, WrongKindOfFile and FileTooLarge.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_sizes(archive.infolist(), len(data))
            kind = _kind(archive)
            return kind, _packed_anew(archive, kind)
    except _BROKEN as error:
        raise BrokenSpreadsheet from error


def _check_sizes(entries: list[zipfile.ZipInfo], packed: int) -> None:
    """As the archive itself tells them; `_packed_anew` counts what there really is."""
    unpacked = sum(entry.file_size for entry in entries)
    for limit, found, allowed in (
        (Limit.ENTRIES, len(entries), limits.MAX_ENTRIES),
        (Limit.UNPACKED, unpacked, limits.MAX_UNPACKED),
    ):
        if found > allowed:
            raise FileTooLarge(limit=limit, found=found, allowed=allowed)
    # A small file may well pack a hundredfold; only a large one does harm.
    ratio = unpacked // max(packed, 1)
    if unpacked > 20 * 1024 * 1024 and ratio > limits.MAX_RATIO:
        raise FileTooLarge(limit=Limit.RATIO, found=ratio, allowed=limits.MAX_RATIO)


def _kind(archive: zipfile.ZipFile) -> Format:
    names = set(archive.namelist())
    if "xl/workbook.xml" in names:
        return Format.XLSX
    if "mimetype" in names and "content.xml" in names:
        with archive.open("mimetype") as entry:
            if b"spreadsheet" in entry.read(100):
                return Format.ODS
        raise WrongKindOfFile(found=FoundKind.DOCUMENT)
    if any(name.startswith(("word/", "ppt/")) for name in names):
        raise WrongKindOfFile(found=FoundKind.DOCUMENT)
    if any(name.startswith("xl/") for name in names):
        raise BrokenSpreadsheet
    raise WrongKindOfFile(found=FoundKind.ARCHIVE)


def _packed_anew(archive: zipfile.ZipFile, kind: Format) -> bytes:
    out, unpacked = io.BytesIO(), 0
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as fresh:
        for name in dict.fromkeys(archive.namelist()):
            if not _is_needed(name, kind):
                continue
            parser = None if name == "mimetype" else _parser(kind)
            with archive.open(name) as source, fresh.open(name, "w") as target:
                while piece := source.read(_PIECE):
                    unpacked += len(piece)
                    if unpacked > limits.MAX_UNPACKED:
                        raise FileTooLarge(
                            limit=Limit.UNPACKED, found=unpacked, allowed=limits.MAX_UNPACKED
                        )
                    target.write(piece)
                    if b"\0" in piece:  # text in two bytes a letter, which calamine reads as one
                        raise BrokenSpreadsheet
                    if parser is not None:
                        parser.Parse(piece, False)
            if parser is not None:
                parser.Parse(b"", True)
    return out.getvalue()


def _is_needed(name: str, kind: Format) -> bool:
    if kind is Format.ODS:
        return name in _ODS_PARTS
    path = name.casefold().split("/")
    if path[0] != "xl":
        return name in {"[Content_Types].xml", "_rels/.rels"}
    return path[-1].endswith((".xml", ".rels")) and path[1] not in _BESIDE_CELLS


def _parser(kind: Format) -> expat.XMLParserType:
    """Raises out of ``Parse`` where there is too much, or a document type: with it came entities
    that grow without end or read other files.
    """
    # Whatever encoding a part announces, calamine takes it for UTF-8.
    parser = expat.ParserCreate("utf-8")
    cells = _XlsxCells() if kind is Format.XLSX else _OdsCells()
    parser.StartElementHandler = cells.begin
    parser.EndElementHandler = cells.end if isinstance(cells, _OdsCells) else None
    parser.StartDoctypeDeclHandler = _refuse_document_type
    return parser


def _refuse_document_type(*_told: object) -> None:
    raise BrokenSpreadsheet


class _Corner:
    """The last row and column with something in it."""

    def __init__(self) -> None:
        self._rows = self._columns = self._cells = 0

    def hold(self, row: int, column: int) -> None:
        """A filled cell. Raises FileTooLarge."""
        self._cells += 1
        if row <= self._rows and column <= self._columns and self._cells <= limits.MAX_CELLS:
            return
        self._rows, self._columns = max(self._rows, row), max(self._columns, column)
        for limit, found, allowed in (
            (Limit.ROWS, self._rows, limits.MAX_ROWS),
            (Limit.COLUMNS, self._columns, limits.MAX_COLUMNS),
            (Limit.CELLS, max(self._cells, self._rows * self._columns), limits.MAX_CELLS),
        ):
            if found > allowed:
                raise FileTooLarge(limit=limit, found=found, allowed=allowed)


class _XlsxCells:
    """Cells as they come by. One that does not say where it is stands after the one before."""

    def __init__(self) -> None:
        self._corner = _Corner()
        self._row = self._column = 0

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins; its prefix does not matter to calamine either."""
        local = name.rpartition(":")[2]
        if local in ("v", "is", "f"):
            self._corner.hold(self._row, self._column)
        elif local == "c":
            self._column += 1
            place = attributes.get("r")
            if place is not None:
                self._move_to(place)
        elif local == "row":
            self._column = 0
            self._row = _number(attributes["r"]) if "r" in attributes else self._row + 1

    def _move_to(self, place: str) -> None:
        found = _PLACE.fullmatch(place)
        if found is None:
            raise BrokenSpreadsheet
        self._column = _column_number(found.group(1))
        self._row = max(self._row, int(found.group(2)))


class _OdsCells:
    """The same where rows and cells are repeated; they count up to the last that is filled."""

    def __init__(self) -> None:
        self._corner = _Corner()
        self._rows = self._repeat = self._width = 0
        self._filled = 0
        self._in_cell = False

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if name == "table:table":
            self._corner, self._rows = _Corner(), 0
        elif name == "table:table-row":
            self._repeat = _number(attributes.get("table:number-rows-repeated", "1"))
            self._width = self._filled = 0
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self._width += _number(attributes.get("table:number-columns-repeated", "1"))
            self._in_cell = True
            if any("value" in one for one in attributes):
                self._filled = self._width
        elif self._in_cell:
            self._filled = self._width

    def end(self, name: str) -> None:
        """An element ends."""
        if name in ("table:table-cell", "table:covered-table-cell"):
            self._in_cell = False
        elif name == "table:table-row":
            self._rows += self._repeat
            if self._filled:
                self._corner.hold(self._rows, self._filled)


def _number(text: str) -> int:
    if not _NUMBER.fullmatch(text):
        raise BrokenSpreadsheet
    return int(text)


def _column_number(letters: str) -> int:
    """A is 1, AA is 27, XFD is 16384."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number
