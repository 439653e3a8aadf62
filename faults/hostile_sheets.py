"""Spreadsheets written to do harm: bombs, foreign entities, cells that are nowhere, bare damage."""

import io
import random
import struct
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.crowd import mentors_csv
from faults.importing import Case, numbered, tried
from faults.intentions import furnished
from faults.nasty import NASTY
from faults.results import Result, Size
from mentorapp.exchange.readers import read_table
from mentorapp.exchange.spreadsheets import write_xlsx

_SHEET = "xl/worksheets/sheet1.xml"
_STRINGS = "xl/sharedStrings.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_CONTENT = "content.xml"
_END = b"</sheetData>"
Parts = dict[str, bytes]
_Attack = Callable[[Parts, random.Random], None]


def results(folder: Path, size: Size) -> Sequence[Result]:
    """XLSX and ODS, one or more attacks in each."""
    return [
        tried(
            furnished(folder / "office.db", None),
            numbered(_hostile, seed=1),
            size.of(2000, 40),
            ".xlsx",
            "malformed XLSX and ODS: taken or refused, no crash, no part of an import left",
        )
    ]


def _hostile(rnd: random.Random) -> Case:
    if rnd.random() < 0.25:
        parts, attacks = _ods(), _ODS_ATTACKS
    else:
        parts, attacks = _xlsx(), _XLSX_ATTACKS
    names = []
    for _each in range(rnd.choice((1, 1, 2, 3))):
        attack = rnd.choice(attacks)
        names.append(attack.__name__)
        attack(parts, rnd)
    data = _packed(parts, rnd)
    if rnd.random() < 0.25:
        data = _damaged(data, rnd)
    return ", ".join(names), data


def _xlsx() -> Parts:
    table = read_table(mentors_csv(5))
    data = write_xlsx(table.headings, [row.cells for row in table.rows], "Ark")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _ods() -> Parts:
    cells = "".join(
        f"<table:table-cell><text:p>{one}</text:p></table:table-cell>"
        for one in ("Navn", "Telefon")
    )
    row = f"<table:table-row>{cells}</table:table-row>"
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="A">{row * 3}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        _CONTENT: content.encode(),
        "META-INF/manifest.xml": b'<m:manifest xmlns:m="urn:x"/>',
    }


def _packed(parts: Parts, rnd: random.Random) -> bytes:
    out = io.BytesIO()
    how = rnd.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def _damaged(data: bytes, rnd: random.Random) -> bytes:
    """Bytes turned, cut off, or a size that is not the true one."""
    bad = bytearray(data)
    for _each in range(rnd.randrange(1, 20)):
        bad[rnd.randrange(len(bad))] = rnd.randrange(256)
    if rnd.random() < 0.3:
        del bad[rnd.randrange(len(bad)) :]
    at = data.find(b"PK\1\2")
    if at >= 0 and rnd.random() < 0.5 and at + 28 <= len(bad):
        struct.pack_into("<I", bad, at + 24, rnd.choice((0, 10, 1 << 31)))
    return bytes(bad)


# Attacks on a workbook


def _cells(parts: Parts, xml: bytes) -> None:
    if _SHEET in parts:
        parts[_SHEET] = parts[_SHEET].replace(_END, b"%s%s" % (xml, _END), 1)


def _far_cell(parts: Parts, rnd: random.Random) -> None:
    place = rnd.choice(("XFD1048576", "XFD2", "A1048576", "KN99999", "AAAA1", "A0", "ZZZ9999999",
                        "A99999999999", "a5", "", "1", "A-1", "Æ1", "A1:B9"))  # fmt: skip
    row = rnd.choice(('r="1048576"', 'r="9"', "", 'r="0"', 'r="-1"', 'r="x"', 'r="4294967297"'))
    cell = rnd.choice(
        ('<c r="{}"><v>1</v></c>', '<c x=">" r="{}"><v>1</v></c>', '<x:c r="{}"><v>1</v></x:c>')
    )
    _cells(parts, f"<row {row}>{cell.format(place)}</row>".encode())


def _odd_value(parts: Parts, rnd: random.Random) -> None:
    kind = rnd.choice(("s", "n", "b", "e", "d", "str", "inlineStr", "zzz", ""))
    value = rnd.choice(("1e999", "-1", "99999999", "NaN", "", "#EVIL!", "2026-99-99", "9" * 5000,
                        "60", "2958466", "-0.5", "true", "&amp;", "&#0;", "&#x1F600;"))  # fmt: skip
    style = rnd.choice(("", ' s="1"', ' s="4000000000"', ' s="-1"'))
    _cells(parts, f'<row r="9"><c r="B9" t="{kind}"{style}><v>{value}</v></c></row>'.encode())


def _nasty_text(parts: Parts, rnd: random.Random) -> None:
    text = rnd.choice(NASTY).replace("&", "&amp;").replace("<", "&lt;")
    text *= rnd.choice((1, 1, 50))
    _cells(parts, f'<row r="8"><c r="A8" t="inlineStr"><is><t>{text}</t></is></c></row>'.encode())


def _huge_cell(parts: Parts, rnd: random.Random) -> None:
    text = b"A" * rnd.choice((40_000, 1 << 20, 8 << 20))
    _cells(parts, b'<row r="8"><c r="A8" t="inlineStr"><is><t>%s</t></is></c></row>' % text)


def _false_dimension(parts: Parts, rnd: random.Random) -> None:
    told = rnd.choice((b"A1:XFD1048576", b"B2:A1", b"", b"A0:A0", b"A1:ZZZZ99999999999"))
    xml = parts.get(_SHEET, b"")
    start, end = xml.find(b'<dimension ref="'), xml.find(b'"/>', xml.find(b"<dimension"))
    if 0 <= start < end:
        parts[_SHEET] = xml[: start + 16] + told + xml[end:]


def _entities(parts: Parts, rnd: random.Random) -> None:
    grown = b"".join(b'<!ENTITY e%d "%s">' % (at, b"&e%d;" % (at - 1) * 10) for at in range(1, 10))
    before, inside = rnd.choice(
        (
            (b'<!DOCTYPE x [<!ENTITY e0 "aaaaaaaaaa">' + grown + b"]>", b"&e9;"),
            (b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', b"&e;"),
            (b'<!DOCTYPE x SYSTEM "http://localhost:1/x.dtd">', b"x"),
            (b"", b"&unknown;"),
        )
    )
    name = rnd.choice([one for one in parts if one.endswith(".xml")])
    head, mark, rest = parts[name].partition(b"?>")
    parts[name] = head + mark + before + rest if mark else before + parts[name]
    _cells(parts, b'<row r="8"><c r="A8" t="inlineStr"><is><t>%s</t></is></c></row>' % inside)


def _deep(parts: Parts, rnd: random.Random) -> None:
    name = rnd.choice([one for one in parts if one.endswith(".xml")])
    many = rnd.choice((1_000, 200_000))
    parts[name] = parts[name] + b"<a>" * many + b"</a>" * many
    _cells(parts, b"<x>" * many + b"</x>" * many)


def _bomb(parts: Parts, rnd: random.Random) -> None:
    name = rnd.choice((_SHEET, _STRINGS, "xl/styles.xml", "docProps/core.xml", _CONTENT))
    size = rnd.choice((19 << 20, 60 << 20, 210 << 20))
    filler = rnd.choice((b" ", b"<si><t>x</t></si>", b"<!-- x -->"))
    parts[name] = b"<sst>" + filler * (size // len(filler)) + b"</sst>"


def _other_folder(parts: Parts, rnd: random.Random) -> None:
    path = rnd.choice(("sheets/sheet1.xml", "evil/sheet1.bin", "../x.xml", "/etc/passwd",
                       "worksheets/a/b.xml", "C:\\x.xml", "//host/x.xml"))  # fmt: skip
    if _SHEET in parts and _RELATIONS in parts:
        parts[f"xl/{path}"] = parts.pop(_SHEET)
        parts[_RELATIONS] = parts[_RELATIONS].replace(b"worksheets/sheet1.xml", path.encode())


def _macros(parts: Parts, rnd: random.Random) -> None:
    parts["xl/vbaProject.bin"] = rnd.randbytes(2000)
    parts["xl/embeddings/oleObject1.bin"] = rnd.randbytes(200)
    parts["[Content_Types].xml"] = parts.get("[Content_Types].xml", b"").replace(
        b"spreadsheetml.sheet.main", b"sheet.macroEnabled.main"
    )


def _other_formats(parts: Parts, rnd: random.Random) -> None:
    for name in ("xl/workbook.bin", "content.xml", "mimetype", "word/document.xml"):
        if rnd.random() < 0.5:
            parts.setdefault(name, rnd.choice((b"<x/>", b"spreadsheet", rnd.randbytes(50))))
    parts.pop(rnd.choice(list(parts)))


def _other_encoding(parts: Parts, rnd: random.Random) -> None:
    name = rnd.choice([one for one in parts if one.endswith(".xml")])
    encoding = rnd.choice(("utf-16", "utf-16-le", "utf-32", "latin-1", "cp037", "utf-7"))
    text = parts[name].decode("utf-8", "replace").replace("UTF-8", encoding)
    parts[name] = text.encode(encoding, "replace")


def _many_names(parts: Parts, rnd: random.Random) -> None:
    for at in range(rnd.choice((10, 2_500))):
        parts[rnd.choice((f"xl/x{at}.xml", f"../../x{at}", f"x/{at}\0", f"é{at}" * 20))] = b"<x/>"


def _xml_bytes(parts: Parts, rnd: random.Random) -> None:
    name = rnd.choice(list(parts))
    bad = bytearray(parts[name])
    for _each in range(rnd.randrange(1, 12)):
        if bad:
            at = rnd.randrange(len(bad))
            bad[at : at + rnd.randrange(3)] = rnd.choice(
                (b"<", b">", b'"', b"/", b"\0", b"&", b"9")
            )
    parts[name] = bytes(bad)


# Attacks on an OpenDocument spreadsheet


def _repeated(parts: Parts, rnd: random.Random) -> None:
    many = rnd.choice(("1000000000", "16384", "-1", "x", "0", "99999999999999999999", "1.5"))
    kind = rnd.choice(("table-cell", "covered-table-cell"))
    filled = "<table:table-cell><text:p>x</text:p></table:table-cell>"
    row = (
        f'<table:table-row table:number-rows-repeated="{rnd.choice((many, "1"))}">'
        f'<table:{kind} table:number-columns-repeated="{rnd.choice((many, "3"))}"/>{filled}'
        "</table:table-row></table:table>"
    )
    parts[_CONTENT] = parts.get(_CONTENT, b"").replace(b"</table:table>", row.encode())


def _odd_ods_value(parts: Parts, rnd: random.Random) -> None:
    kind = rnd.choice(("float", "date", "time", "boolean", "percentage", "currency", "x"))
    value = rnd.choice(("1e999", "", "x", "PT99999999999999H", "2026-99-99", "-1", "NaN"))
    cell = (
        f'<table:table-cell office:value-type="{kind}" office:value="{value}"'
        f' office:date-value="{value}" office:time-value="{value}"><text:p>'
        "<text:s text:c='99999999'/>x</text:p></table:table-cell></table:table-row>"
    )
    parts[_CONTENT] = parts.get(_CONTENT, b"").replace(b"</table:table-row>", cell.encode(), 2)


_BOTH: tuple[_Attack, ...] = (_entities, _deep, _bomb, _macros, _other_formats, _other_encoding,
                              _many_names, _xml_bytes, _xml_bytes)  # fmt: skip
_XLSX_ATTACKS = (*_BOTH, _far_cell, _far_cell, _odd_value, _odd_value, _nasty_text, _huge_cell,
                 _false_dimension, _other_folder)  # fmt: skip
_ODS_ATTACKS = (*_BOTH, _repeated, _repeated, _odd_ods_value)
