"""The tree that tells what stands on paper: headings, paragraphs, tables, in reading order.

A letter has about a hundred parts. They are written as bytes and packed together (``written``) as
soon as its pages are: each as an object of its own made five hundred letters four times as large,
and all of them in memory until the end took a third of a megabyte for each.
"""

from collections.abc import Sequence


def told(text: str) -> str:
    """The text as a PDF string, whatever its script."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


class Element:
    """A part of the tree. ``kids`` are elements, or (page, number) of content marked on a page.

    ``number`` is that of its object in the file, 0 until the part is written; the document itself
    has it from the start.
    """

    __slots__ = ("kids", "more", "number", "parent", "tag")

    def __init__(self, tag: str, parent: "Element | None", more: str = "") -> None:
        self.tag, self.parent, self.more, self.number = tag, parent, more, 0
        self.kids: list[Element | tuple[int, int]] = []
        if parent is not None:
            parent.kids.append(self)

    def source(self, above: int, pages: Sequence[int]) -> str:
        """With the page named once where all its content stands on one page, as most has.

        ``above`` is the number of what the document stands in, ``pages`` are those of all pages.
        """
        parent = above if self.parent is None else self.parent.number
        kids, page = self.kids, ""
        if kids and isinstance(kids[0], tuple):
            only, number = kids[0]
            page, inside = f"/Pg {pages[only]} 0 R", str(number)
            if len(kids) > 1:
                inside = f"[{' '.join([_kid(one, only, pages) for one in kids])}]"
        else:
            inside = f"[{' '.join([_kid(one, None, pages) for one in kids])}]"
        return f"<</Type/StructElem/S/{self.tag}/P {parent} 0 R{page}{self.more}/K {inside}>>"


def _kid(kid: Element | tuple[int, int], page: int | None, pages: Sequence[int]) -> str:
    if isinstance(kid, Element):
        return f"{kid.number} 0 R"
    if kid[0] == page:
        return str(kid[1])
    return f"<</Type/MCR/Pg {pages[kid[0]]} 0 R/MCID {kid[1]}>>"
