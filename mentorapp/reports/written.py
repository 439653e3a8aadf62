"""The bytes of a PDF: ReportLab's objects as they are, the many small ones of its tree packed.

ReportLab itself would write every element as an object with a line of its own in the table of
places. Here two hundred of them are packed into one stream, and the places into another (PDF 1.5).
"""

import struct
import zlib
from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFFile, PDFIndirectObject, PDFObject
from reportlab.pdfgen.canvas import Canvas

from mentorapp.reports.structure import Tree

_TOGETHER = 200


class Raw(PDFObject):
    """An object that is written as it is."""

    __RefOnly__ = 1

    def __init__(self, source: bytes) -> None:
        self._source = source

    def format(self, _document: object) -> bytes:
        return self._source


def stream(more: str, content: bytes) -> bytes:
    """A stream object with what its dictionary says beside the length."""
    return f"<<{more}/Length {len(content)}>>\nstream\n".encode() + content + b"\nendstream\n"


def packed(more: str, content: bytes) -> bytes:
    """``stream`` with its content compressed."""
    return stream(f"{more}/Filter/FlateDecode", zlib.compress(content))


def written(canvas: Canvas, tree: Tree) -> bytes:
    """The whole file. ReportLab's own objects come first, in the order in which it numbers them."""
    document: Any = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001
    catalog, info = document.Catalog, document.info
    for font in document.delayedFonts:
        font.addObjects(document)
    info.digest(document.signature)
    catalog.Outlines, catalog.StructTreeRoot = None, Raw(b"")
    for one in (catalog, info, catalog.StructTreeRoot):
        document.Reference(one)
    file: Any = PDFFile(document._pdfVersion)  # noqa: SLF001
    root = _number(document, catalog.StructTreeRoot)
    places = _own(document, file, root)
    _pack(_parts(document, tree, root, max(places) + 1), file, places)
    last, start = max(places) + 1, file.offset
    places[last] = _at(start)
    identity = document.signature.hexdigest()
    about = (
        f"/Type/XRef/Size {last + 1}/W[1 4 2]/ID[<{identity}><{identity}>]"
        f"/Root {_number(document, catalog)} 0 R/Info {_number(document, info)} 0 R"
    )
    table = b"\0\0\0\0\0\xff\xff" + b"".join(places[at] for at in range(1, last + 1))
    file.add(_object(last, packed(about, table)))
    file.add(f"startxref\n{start}\n%%EOF\n")
    return file.format(document)  # type: ignore[no-any-return]


def _number(document: Any, one: Any) -> int:  # noqa: ANN401 - ReportLab's
    return int(document.idToObjectNumberAndVersion[one.__InternalName__][0])


def _own(document: Any, file: Any, left_out: int) -> dict[int, bytes]:  # noqa: ANN401
    """Write ReportLab's objects; some come into being while others are written."""
    places, number = {left_out: b""}, 0
    while (number := number + 1) in document.numberToId:
        if number != left_out:
            name = document.numberToId[number]
            source = PDFIndirectObject(name, document.idToObject[name]).format(document)
            places[number] = _at(file.add(source))
    return places


def _parts(document: Any, tree: Tree, root: int, first: int) -> list[tuple[int, str]]:  # noqa: ANN401
    """The tree's objects with their numbers."""
    numbers = document.idToObjectNumberAndVersion
    pages = [numbers[f"Page{at}"][0] for at in range(1, len(tree.pages) + 1)]
    sources = [one.source(first, root, pages) for one in tree.elements]
    return [(root, tree.root(first)), *enumerate(sources, first)]


def _pack(parts: list[tuple[int, str]], file: Any, places: dict[int, bytes]) -> None:  # noqa: ANN401
    number = parts[-1][0]
    for start in range(0, len(parts), _TOGETHER):
        number += 1
        some = parts[start : start + _TOGETHER]
        for at, (inside, _source) in enumerate(some):
            places[inside] = _in(number, at)
        places[number] = _at(file.add(_object(number, _together(some))))


def _at(offset: int) -> bytes:
    return struct.pack(">BIH", 1, offset, 0)


def _in(stream_number: int, at: int) -> bytes:
    return struct.pack(">BIH", 2, stream_number, at)


def _object(number: int, source: bytes) -> bytes:
    return f"{number} 0 obj\n".encode() + source + b"endobj\n"


def _together(some: Sequence[tuple[int, str]]) -> bytes:
    """Objects in one stream, headed by the number of each and where it begins."""
    heads, at = [], 0
    for number, source in some:
        heads.append(f"{number} {at}")
        at += len(source) + 1
    head = " ".join(heads) + "\n"
    body = "\n".join(source for _number, source in some)
    return packed(f"/Type/ObjStm/N {len(some)}/First {len(head)}", (head + body).encode("latin-1"))
