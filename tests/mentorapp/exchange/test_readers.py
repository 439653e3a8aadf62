import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorapp.domain.imports import (
    BadEncoding,
    BrokenSpreadsheet,
    EmptyFile,
    FileRefused,
    FileTooLarge,
    FoundKind,
    Limit,
    NoHeadings,
    SheetNotFound,
    UnclosedQuote,
    WrongKindOfFile,
)
from mentorapp.exchange.limits import MAX_BYTES
from mentorapp.exchange.readers import read_table
from mentorapp.exchange.spreadsheets import write_xlsx
from mentorapp.exchange.tables import Format

DATA = Path(__file__).parents[2] / "data" / "imports"
MET = datetime.fromisoformat("2026-11-03T17:30")
LINES = "Navn;Telefon;Språk\r\nÅse Østby;91827364;norsk\r\nمريم الخطيب;;arabisk\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_gives_the_same_rows(encoding: str) -> None:
    table = read_table(LINES.encode(encoding))
    assert table.headings == ("Navn", "Telefon", "Språk")
    assert [row.number for row in table.rows] == [2, 3]
    assert table.rows[0].cells == ("Åse Østby", "91827364", "norsk")
    assert table.rows[1].cells == ("مريم الخطيب", None, "arabisk")
    assert table.format is Format.CSV


def test_windows_1252_is_read_when_the_bytes_are_no_utf_8() -> None:
    table = read_table("Navn;Født\nÅse Østby – «venn»;1980\n".encode("cp1252"))
    assert table.rows[0].cells[0] == "Åse Østby – «venn»"
    assert table.encoding == "cp1252"


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_every_delimiter_is_found(delimiter: str) -> None:
    line = delimiter.join
    text = "\n".join((line(["Navn", "Født"]), line(["Ola", "1980"]), line(["Kari", "1990"])))
    table = read_table(text.encode())
    assert table.delimiter == delimiter
    assert table.headings == ("Navn", "Født")


def test_commas_inside_cells_do_not_outvote_the_semicolon() -> None:
    text = 'Navn;Språk\n"Hansen, Ola";norsk, arabisk og litt engelsk\nKari;norsk, dari, urdu\n'
    assert read_table(text.encode()).rows[0].cells == (
        "Hansen, Ola",
        "norsk, arabisk og litt engelsk",
    )


def test_a_file_with_one_column_is_one_column() -> None:
    assert read_table(b"Navn\nOla\nKari\n").headings == ("Navn",)


def test_excels_own_separator_line_is_obeyed() -> None:
    table = read_table(b"sep=,\r\nNavn,Tlf\r\nOla,1\r\n")
    assert table.headings == ("Navn", "Tlf")
    assert table.rows[0].number == 3


def test_headings_are_found_below_title_lines() -> None:
    text = "Mentorer 2026;;\nSkrevet ut 3.11.2026;;\n;;\nNavn;Telefon;Født\nOla;91827364;1980\n"
    table = read_table(text.encode())
    assert table.headings == ("Navn", "Telefon", "Født")
    assert (table.heading_row, table.rows[0].number) == (4, 5)


def test_line_breaks_in_cells_do_not_shift_the_row_numbers() -> None:
    table = read_table(b'Navn;Merknad\nOla;"to\nlinjer"\nKari;nei\n')
    assert [row.number for row in table.rows] == [2, 4]


def test_half_a_row_stays_half_and_a_long_row_stays_long() -> None:
    table = read_table(b"Navn;Tlf;Sted\nOla;91827364\nKari;1;2;3\nPer;1;2;;;\n")
    assert [len(row.cells) for row in table.rows] == [2, 4, 3]


def test_an_empty_file_is_refused() -> None:
    for data in (b"", b"\xef\xbb\xbf", b" \r\n\r\n", b"\xff\xfe", b"Navn;Telefon\n", b";;\n;;\n"):
        with pytest.raises(EmptyFile):
            read_table(data, "tom.csv")


def test_a_photo_named_xlsx_is_refused() -> None:
    data = (DATA / "photo.xlsx").read_bytes()
    with pytest.raises(WrongKindOfFile) as refused:
        read_table(data, "photo.xlsx")
    assert refused.value.found is FoundKind.PICTURE


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"%PDF-1.7 ...", FoundKind.PDF),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), FoundKind.OLD_OFFICE),
        (b"SQLite format 3\0" + bytes(600), FoundKind.DATABASE),
        (b"\x7fELF" + bytes(range(256)), FoundKind.BINARY),
        (bytes(range(256)) * 4, FoundKind.BINARY),
        (b"<!DOCTYPE html><html><body>", FoundKind.WEB_PAGE),
    ],
)
def test_another_kind_of_file_is_refused_by_its_content(data: bytes, found: FoundKind) -> None:
    with pytest.raises(WrongKindOfFile) as refused:
        read_table(data, "mentorer.csv")
    assert refused.value.found is found


def test_a_csv_that_begins_like_a_picture_is_read() -> None:
    assert read_table(b"BMI;Navn\n1;Ola\n", "liste.csv").headings == ("BMI", "Navn")


def test_other_zip_files_are_told_apart() -> None:
    with pytest.raises(WrongKindOfFile) as refused:
        read_table(zipped({"photo.jpg": b"x"}), "a.xlsx")
    assert refused.value.found is FoundKind.ARCHIVE
    with pytest.raises(WrongKindOfFile) as refused:
        read_table(zipped({"word/document.xml": b"x"}), "a.xlsx")
    assert refused.value.found is FoundKind.DOCUMENT


def test_an_unclosed_quote_is_refused_with_its_line() -> None:
    with pytest.raises(UnclosedQuote) as refused:
        read_table(b'Navn;Tlf\nOla;1\n"Kari;2\nPer;3\n')
    assert refused.value.line == 3


def test_text_that_breaks_its_announced_encoding_is_refused() -> None:
    with pytest.raises(BadEncoding):
        read_table(b"\xef\xbb\xbfNavn;Tlf\n\xff\xfe\xfa;1\n")


def test_rows_without_headings_are_refused() -> None:
    with pytest.raises(NoHeadings):
        read_table(b"91827364;1980\n91827365;1981\n")


def test_too_much_of_anything_is_refused() -> None:
    cases = (
        (bytes(MAX_BYTES + 1), Limit.BYTES),
        (b"Navn;Tlf\n" + b"a;b\n" * 100_001, Limit.ROWS),
        (b";".join([b"a"] * 400) + b"\n" + b";".join([b"b"] * 400), Limit.COLUMNS),
        (b"Navn;Tlf\n" + b"a" * 200_000 + b";1\n", Limit.CELL_LENGTH),
        (b"Navn;Tlf\n" + (b";" * 299 + b"\n") * 6_700, Limit.CELLS),
    )
    for data, limit in cases:
        with pytest.raises(FileTooLarge) as refused:
            read_table(data)
        assert refused.value.limit is limit


def test_a_spreadsheet_keeps_numbers_dates_and_row_numbers() -> None:
    table = read_table(
        write_xlsx(
            ["Navn", "Født", "Tlf", "Møtt"],
            [
                ["Åse", date(1980, 2, 1), 91827364, MET],
                [],
                ["0150", None, "+47 918 27 364"],
            ],
            "Mentorer",
        )
    )
    assert table.sheet == "Mentorer"
    assert table.format is Format.XLSX
    assert table.rows[0].cells == ("Åse", date(1980, 2, 1), 91827364, MET)
    assert table.rows[1].number == 4
    assert table.rows[1].cells[:3] == ("0150", None, "+47 918 27 364")


def test_the_first_sheet_with_rows_is_read_or_the_one_asked_for() -> None:
    data = (DATA / "two_sheets.xlsx").read_bytes()
    assert read_table(data).sheet == "Mentorer"
    assert read_table(data, sheet="Lister").headings == ("Kode", "Forklaring")
    with pytest.raises(SheetNotFound) as refused:
        read_table(data, sheet="Nei")
    assert "Mentorer" in refused.value.known


def test_an_ods_file_is_read() -> None:
    table = read_table((DATA / "mentors.ods").read_bytes())
    assert table.format is Format.ODS
    assert table.headings == ("Navn", "Telefon", "Født")
    assert table.rows[0].cells == ("Åse Østby", "+47 918 27 364", date(1980, 2, 1))
    assert table.rows[1].cells[0] == "Олена Шевченко"


def test_a_broken_spreadsheet_is_refused_wherever_it_was_cut() -> None:
    whole = write_xlsx(["Navn", "Tlf"], [["Ola", 1]] * 200, "A")
    for length in (5, 100, len(whole) // 2, len(whole) - 30):
        with pytest.raises(BrokenSpreadsheet):
            read_table(whole[:length], "a.xlsx")


def test_one_cell_at_the_far_corner_is_refused_before_it_takes_all_memory() -> None:
    out = io.BytesIO(write_xlsx(["Navn"], [["Ola"]], "A"))
    with zipfile.ZipFile(out) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    sheet = entries["xl/worksheets/sheet1.xml"]
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    entries["xl/worksheets/sheet1.xml"] = sheet.replace(b"</sheetData>", far)
    with pytest.raises(FileTooLarge) as refused:
        read_table(zipped(entries), "a.xlsx")
    assert refused.value.limit is Limit.ROWS


def test_a_cell_that_is_only_coloured_at_the_far_corner_does_no_harm() -> None:
    out = io.BytesIO(write_xlsx(["Navn"], [["Ola"]], "A"))
    with zipfile.ZipFile(out) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    sheet = entries["xl/worksheets/sheet1.xml"]
    far = b'<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
    entries["xl/worksheets/sheet1.xml"] = sheet.replace(b"</sheetData>", far)
    assert read_table(zipped(entries), "a.xlsx").rows[0].cells == ("Ola",)


def test_cells_that_do_not_say_where_they_are_count_by_their_row() -> None:
    out = io.BytesIO(write_xlsx(["Navn"], [["Ola"]], "A"))
    with zipfile.ZipFile(out) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    sheet = entries["xl/worksheets/sheet1.xml"]
    far = b'<row r="1048576"><c t="n"><v>1</v></c></row></sheetData>'
    entries["xl/worksheets/sheet1.xml"] = sheet.replace(b"</sheetData>", far)
    with pytest.raises(FileTooLarge):
        read_table(zipped(entries), "a.xlsx")


def test_a_cell_repeated_to_the_far_corner_of_an_ods_is_refused() -> None:
    cell = '<table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p>'
    rows = f'<table:table-row table:number-rows-repeated="9999999">{cell}</table:table-cell>'
    with pytest.raises(FileTooLarge):
        read_table(ods(rows + "</table:table-row>"))


def test_a_zip_bomb_is_refused_without_unpacking_it() -> None:
    sheet = b"<worksheet>" + b" " * (210 * 1024 * 1024)
    data = zipped({"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": sheet})
    with pytest.raises(FileTooLarge) as refused:
        read_table(data, "a.xlsx")
    assert refused.value.limit is Limit.UNPACKED


def zipped(entries: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return out.getvalue()


def ods(rows: str) -> bytes:
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f"<office:document-content {names}><office:body><office:spreadsheet>"
        f'<table:table table:name="A">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    mime = b"application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    return zipped(
        {
            "mimetype": mime,
            "content.xml": content.encode(),
            "META-INF/manifest.xml": manifest.encode(),
        }
    )


def refused_or_read(data: bytes) -> None:
    try:
        table = read_table(data, "x.csv")
    except FileRefused:
        return
    assert table.headings
    assert table.rows


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_do_anything_but_be_read_or_refused(data: bytes) -> None:
    refused_or_read(data)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]))
def test_no_text_does_anything_but_be_read_or_refused(text: str, encoding: str) -> None:
    refused_or_read(("Navn;Tlf\n" + text).encode(encoding, errors="replace"))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 5000), st.binary(min_size=1, max_size=6))
def test_a_damaged_spreadsheet_is_read_or_refused(place: int, noise: bytes) -> None:
    whole = write_xlsx(["Navn", "Tlf"], [["Ola", 1], ["Kari", 2]], "A")
    place %= len(whole)
    refused_or_read(whole[:place] + noise + whole[place + len(noise) :])


def test_samples_are_shown_as_in_the_sheet() -> None:
    table = read_table(write_xlsx(["Postnr"], [[8200.0], [None], ["8226"], [8250]], "Ark1"))
    assert table.shown_samples(0, 2) == ("8200", "8226")
