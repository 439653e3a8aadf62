"""What would end the whole program is refused, wherever in the archive it is hidden."""

import io
import struct
import zipfile

import pytest

from mentorapp.domain.imports import BrokenSpreadsheet, FileTooLarge, Limit
from mentorapp.exchange import limits
from mentorapp.exchange.archives import tidied
from mentorapp.exchange.readers import read_table
from mentorapp.exchange.spreadsheets import write_xlsx
from mentorapp.exchange.tables import Format

SHEET = "xl/worksheets/sheet1.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
FAR = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'


@pytest.fixture(scope="module")
def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(write_xlsx(["Navn"], [["Ola"]], "A"))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def with_sheet(parts: dict[str, bytes], end: bytes, path: str = SHEET) -> bytes:
    """A workbook whose sheet ends so, and lies where ``path`` says."""
    sheet = parts[SHEET].replace(b"</sheetData>", end)
    target = path.removeprefix("xl/").encode()
    relations = parts[RELATIONS].replace(b"worksheets/sheet1.xml", target)
    return zipped({**parts, RELATIONS: relations, path: sheet})


def test_what_calamine_reads_is_what_was_looked_at_and_nothing_else(
    parts: dict[str, bytes],
) -> None:
    macros = {"xl/vbaProject.bin": b"macro", "xl/media/image1.png": b"x" * 9, "evil.bin": b"x"}
    kind, data = tidied(zipped({**parts, **macros}))

    assert kind is Format.XLSX
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        kept = set(archive.namelist())
        assert archive.read(SHEET) == parts[SHEET]
    assert not kept & {*macros, "docProps/core.xml", "xl/theme/theme1.xml"}


@pytest.mark.parametrize("path", ["xl/sheets/sheet1.xml", "xl/worksheets/deep/sheet1.xml"])
def test_a_far_cell_is_refused_in_whatever_folder_the_sheet_lies(
    parts: dict[str, bytes], path: str
) -> None:
    assert read_table(with_sheet(parts, b"</sheetData>", path)).rows[0].cells == ("Ola",)
    with pytest.raises(FileTooLarge) as refused:
        read_table(with_sheet(parts, FAR, path))
    assert refused.value.limit is Limit.ROWS


def test_a_sheet_that_does_not_call_itself_xml_is_not_read(parts: dict[str, bytes]) -> None:
    with pytest.raises(BrokenSpreadsheet):
        read_table(with_sheet(parts, FAR, "xl/worksheets/sheet1.bin"))


@pytest.mark.parametrize(
    ("cell", "limit"),
    [
        (b'<c r="XFD3"><v>1</v></c>', Limit.COLUMNS),
        (b'<c x="&gt;>" r="XFD3"><v>1</v></c>', Limit.COLUMNS),
        (b'<c r="XF&#68;3"><v>1</v></c>', Limit.COLUMNS),
        (b'<x-y:c xmlns:x-y="y" r="XFD3"><v>1</v></x-y:c>', Limit.COLUMNS),
        (b'<c r="KN3"/>' + b"<c><v>1</v></c>" * 9, Limit.COLUMNS),
        (b"<c/>" * 300 + b"<c><v>1</v></c>", Limit.COLUMNS),
        (b'</row><row r="1048576"><!-- --><c><v>1</v></c>', Limit.ROWS),
        (b'<c r="A1048576"><v>1</v></c>', Limit.ROWS),
        (b'<c r="CV60000"><v>1</v></c>', Limit.CELLS),
    ],
)
def test_a_far_cell_is_refused_however_it_is_written(
    parts: dict[str, bytes], cell: bytes, limit: Limit
) -> None:
    with pytest.raises(FileTooLarge) as refused:
        tidied(with_sheet(parts, b'<row r="3">' + cell + b"</row></sheetData>"))
    assert refused.value.limit is limit


@pytest.mark.parametrize(
    "place", [b"AAAA99999999999", b"A99999999999", b"A-1", b"1A", b"", "Å1".encode()]
)
def test_a_cell_at_no_place_there_is_breaks_the_file(parts: dict[str, bytes], place: bytes) -> None:
    cell = b'<row r="3"><c r="' + place + b'"><v>1</v></c></row></sheetData>'
    with pytest.raises(BrokenSpreadsheet):
        tidied(with_sheet(parts, cell))


@pytest.mark.parametrize(
    "before",
    [
        b"<!DOCTYPE x>",
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]>',
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_a_document_type_is_refused_with_all_its_entities(
    parts: dict[str, bytes], before: bytes
) -> None:
    head, sheet = parts[SHEET].split(b"?>", 1)
    with pytest.raises(BrokenSpreadsheet):
        tidied(zipped({**parts, SHEET: head + b"?>" + before + sheet}))


def test_text_of_two_bytes_a_letter_is_refused(parts: dict[str, bytes]) -> None:
    sheet = parts[SHEET].decode().replace("UTF-8", "UTF-16").encode("utf-16")
    with pytest.raises(BrokenSpreadsheet):
        tidied(zipped({**parts, SHEET: sheet}))


def test_another_workbook_hidden_behind_a_broken_one_is_not_read(parts: dict[str, bytes]) -> None:
    binary = {"xl/workbook.bin": b"x", "content.xml": b"<x/>", "mimetype": b"spreadsheet"}
    _kind, data = tidied(zipped({**parts, **binary}))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not set(archive.namelist()) & binary.keys()


def test_a_part_that_is_larger_than_the_archive_says_is_refused(parts: dict[str, bytes]) -> None:
    name = "xl/sharedStrings.xml"
    data = bytearray(zipped({**parts, name: b"<sst>" + b"<si/>" * 100_000 + b"</sst>"}))
    for mark, size_at, name_at in ((b"PK\3\4", 22, 30), (b"PK\1\2", 24, 46)):
        at = data.find(mark)
        while at >= 0:
            if data[at + name_at :].startswith(name.encode()):
                struct.pack_into("<I", data, at + size_at, 100)
            at = data.find(mark, at + 4)
    with pytest.raises(BrokenSpreadsheet):
        tidied(bytes(data))


def test_what_is_unpacked_is_counted(
    parts: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mentorapp.exchange.archives._check_sizes", lambda *_: None)
    monkeypatch.setattr(limits, "MAX_UNPACKED", 10_000)
    with pytest.raises(FileTooLarge) as refused:
        tidied(zipped({**parts, "xl/sharedStrings.xml": b"<sst>" + b" " * 9_000 + b"</sst>"}))
    assert refused.value.limit is Limit.UNPACKED


def ods(rows: str) -> bytes:
    content = (
        '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body>'
        f"<office:spreadsheet><table:table>{rows}</table:table></office:spreadsheet>"
        "</office:body></office:document-content>"
    )
    mime = b"application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": mime, "content.xml": content.encode()})


@pytest.mark.parametrize("kind", ["table-cell", "covered-table-cell"])
def test_cells_that_are_repeated_count_up_to_the_last_filled_one(kind: str) -> None:
    empty = f'<table:{kind} table:number-columns-repeated="1000"/>'
    filled = "<table:table-cell><text:p>x</text:p></table:table-cell>"
    tidied(ods(f"<table:table-row>{filled}{empty}</table:table-row>"))
    with pytest.raises(FileTooLarge) as refused:
        tidied(ods(f"<table:table-row>{empty}{filled}</table:table-row>"))
    assert refused.value.limit is Limit.COLUMNS


def test_a_number_of_repeats_that_is_none_breaks_the_file() -> None:
    row = '<table:table-row table:number-rows-repeated="-1"><table:table-cell/></table:table-row>'
    with pytest.raises(BrokenSpreadsheet):
        tidied(ods(row))
