"""The tree that tells what stands on paper: headings, paragraphs, tables, in reading order.

Each element becomes an object of the PDF, written as bytes at once: with ReportLab's dictionaries
five hundred letters would take a second longer.
"""

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject


def told(text: str) -> str:
    """The text as a PDF string, whatever its script."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


class Raw(PDFObject):
    """An object that is written as it is."""

    __RefOnly__ = 1

    def __init__(self, source: bytes) -> None:
        self._source = source

    def format(self, _document: PDFDocument) -> bytes:
        return self._source


class Element(PDFObject):
    """A part of the tree. ``kids`` are elements, or (page, number) of content marked on a page."""

    __RefOnly__ = 1

    def __init__(
        self, document: PDFDocument, tag: str, parent: "Element | None", more: str = ""
    ) -> None:
        self.tag, self.parent, self.more = tag, parent, more
        self.kids: list[Element | tuple[int, int]] = []
        document.Reference(self)  # type: ignore[no-untyped-call]
        self.number: int = document.objectcounter
        if parent is not None:
            parent.kids.append(self)

    def format(self, document: PDFDocument) -> bytes:
        """With the page named once where all its content stands on one page, as most has."""
        pages = {kid[0] for kid in self.kids if isinstance(kid, tuple)}
        only = pages.pop() if len(pages) == 1 else None
        numbers = document.idToObjectNumberAndVersion
        kids = " ".join(
            f"{kid.number} 0 R"
            if isinstance(kid, Element)
            else str(kid[1])
            if kid[0] == only
            else f"<</Type/MCR/Pg {_page(numbers, kid[0])} 0 R/MCID {kid[1]}>>"
            for kid in self.kids
        )
        page = "" if only is None else f"/Pg {_page(numbers, only)} 0 R"
        above = "" if self.parent is None else f"/P {self.parent.number} 0 R"
        return f"<</Type/StructElem/S/{self.tag}{above}{page}{self.more}/K[{kids}]>>".encode()


class Root(Element):
    """What the catalogue names: the document's element, and whose each marked content is."""

    def __init__(self, document: PDFDocument) -> None:
        super().__init__(document, "StructTreeRoot", None)
        #: For each page the elements of its marked contents, in the order of their numbers.
        self.pages: list[list[Element]] = []

    def format(self, _document: PDFDocument) -> bytes:
        owners = " ".join(f"{at}[{_references(one)}]" for at, one in enumerate(self.pages))
        return (
            f"<</Type/StructTreeRoot/K {_references(self.kids)}"
            f"/ParentTree<</Nums[{owners}]>>/ParentTreeNextKey {len(self.pages)}>>"
        ).encode()


def _references(elements: Sequence[Any]) -> str:
    return " ".join(f"{one.number} 0 R" for one in elements)


def _page(numbers: dict[str, tuple[int, int]], page: int) -> int:
    return numbers[f"Page{page + 1}"][0]
