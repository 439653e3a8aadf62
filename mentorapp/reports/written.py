"""The bytes of a PDF, written as it comes into being.

ReportLab itself would keep all pages until the end, and write every element of the tree as an
object with a line of its own in the table of places. Here a page is written when its footer is
known, two hundred elements are packed into one stream, and the places into another (PDF 1.5).
"""

import struct
import zlib
from collections.abc import Sequence
from typing import IO, Any

from reportlab.pdfbase.pdfdoc import PDFFile, PDFIndirectObject, PDFObject, PDFObjectReference

from mentorapp.reports.structure import Element

_TOGETHER = 200
#: Kind, where, and at which place there: see ``/W`` below.
_PLACE = struct.Struct(">BIH")


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


class Written:
    """A file of which pages and tree are written bit by bit, ReportLab's other objects at the end.

    Numbers of objects are taken from ReportLab's own counter.
    """

    def __init__(self, document: Any, out: IO[bytes], tree: Element) -> None:  # noqa: ANN401
        self._document, self._out, self._tree = document, out, tree
        self._places = bytearray(_PLACE.pack(0, 0, 0xFFFF))
        self._pages: list[int] = []
        self._owners: list[str] = []
        self._waiting: list[tuple[int, str]] = []
        self._root, tree.number = self._number(), self._number()
        out.write(PDFFile(document._pdfVersion).format(document))  # noqa: SLF001

    def page(self, page: Any) -> None:  # noqa: ANN401 - ReportLab's
        """The last page of the document, its drawing done."""
        document = self._document
        contents = self._number()
        self._put(contents, packed("", page.stream.encode("latin-1")))
        page.Contents = f"{contents} 0 R".encode()
        page.stream = page.Trans = None
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self._pages), "/S"
        name = page.__InternalName__
        self._pages.append(self._own(name))
        document.idToObject[name] = None
        document.Pages.pages[-1] = PDFObjectReference(name)

    def tree(self, elements: Sequence[Element], marks: Sequence[Sequence[Element]]) -> None:
        """Parts of the tree of which all pages are written; ``marks`` are those of the pages."""
        document = self._document
        for number, one in enumerate(elements, document.objectcounter + 1):
            one.number = number
        document.objectcounter += len(elements)
        first = len(self._owners)
        for at, page in enumerate(marks, first):
            self._owners.append(f"{at}[{' '.join([f'{one.number} 0 R' for one in page])}]")
        self._waiting += [(one.number, one.source(self._root, self._pages)) for one in elements]
        while len(self._waiting) >= _TOGETHER:
            self._pack()
        for one in elements:
            one.kids.clear()

    def end(self) -> None:
        """All that is left."""
        document = self._document
        catalog, info = document.Catalog, document.info
        for font in document.delayedFonts:
            font.addObjects(document)
        info.digest(document.signature)
        catalog.Outlines, catalog.StructTreeRoot = None, f"{self._root} 0 R".encode()
        root, about = (_number_of(document, document.Reference(one)) for one in (catalog, info))
        number = 0
        while (number := number + 1) <= document.objectcounter:  # some come while others go
            name = document.numberToId.get(number)
            if name is not None and document.idToObject[name] is not None:
                self._own(name)
        self._waiting.append((self._tree.number, self._tree.source(self._root, self._pages)))
        self._waiting.append((self._root, self._parents()))
        while self._waiting:
            self._pack()
        self._table(root, about)

    def _number(self) -> int:
        self._document.objectcounter += 1
        return int(self._document.objectcounter)

    def _own(self, name: str) -> int:
        """Write an object of ReportLab's."""
        document = self._document
        self._place(number := document.idToObjectNumberAndVersion[name][0], 1, self._out.tell())
        self._out.write(PDFIndirectObject(name, document.idToObject[name]).format(document))
        return int(number)

    def _put(self, number: int, source: bytes) -> None:
        self._place(number, 1, self._out.tell())
        self._out.write(f"{number} 0 obj\n".encode() + source + b"endobj\n")

    def _place(self, number: int, kind: int, where: int, at: int = 0) -> None:
        start, places = number * _PLACE.size, self._places
        if start >= len(places):
            places.extend(bytes(start + _PLACE.size - len(places)))
        _PLACE.pack_into(places, start, kind, where, at)

    def _pack(self) -> None:
        """Write the first of what waits, as one stream."""
        number, some = self._number(), self._waiting[:_TOGETHER]
        del self._waiting[:_TOGETHER]
        for at, (inside, _source) in enumerate(some):
            self._place(inside, 2, number, at)
        self._put(number, _together(some))

    def _parents(self) -> str:
        """What the catalogue names: the document's element, and whose each marked content is."""
        return (
            f"<</Type/StructTreeRoot/K {self._tree.number} 0 R"
            f"/ParentTree<</Nums[{' '.join(self._owners)}]>>"
            f"/ParentTreeNextKey {len(self._pages)}>>"
        )

    def _table(self, root: int, info: int) -> None:
        start, number = self._out.tell(), self._number()
        self._place(number, 1, start)
        identity = self._document.signature.hexdigest()
        about = (
            f"/Type/XRef/Size {number + 1}/W[1 4 2]/ID[<{identity}><{identity}>]"
            f"/Root {root} 0 R/Info {info} 0 R"
        )
        self._put(number, packed(about, bytes(self._places)))
        self._out.write(f"startxref\n{start}\n%%EOF\n".encode())


def _number_of(document: Any, reference: PDFObjectReference) -> int:  # noqa: ANN401 - ReportLab's
    return int(document.idToObjectNumberAndVersion[reference.name][0])


def _together(some: Sequence[tuple[int, str]]) -> bytes:
    """Objects in one stream, headed by the number of each and where it begins."""
    heads, at = [], 0
    for number, source in some:
        heads.append(f"{number} {at}")
        at += len(source) + 1
    head = " ".join(heads) + "\n"
    body = "\n".join(source for _number, source in some)
    return packed(f"/Type/ObjStm/N {len(some)}/First {len(head)}", (head + body).encode("latin-1"))
