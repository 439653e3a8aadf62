"""The tree that tells what stands on paper: headings, paragraphs, tables, in reading order.

A letter has about a hundred parts. They are written as bytes at once and packed together
(``written``): each as an object of its own made five hundred letters four times as large.
"""

from collections.abc import Sequence


def told(text: str) -> str:
    """The text as a PDF string, whatever its script."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


class Element:
    """A part of the tree. ``kids`` are elements, or (page, number) of content marked on a page."""

    __slots__ = ("index", "kids", "more", "parent", "tag")

    def __init__(self, tree: "Tree", tag: str, parent: "Element | None", more: str = "") -> None:
        self.tag, self.parent, self.more = tag, parent, more
        self.kids: list[Element | tuple[int, int]] = []
        self.index = len(tree.elements)
        tree.elements.append(self)
        if parent is not None:
            parent.kids.append(self)

    def source(self, first: int, root: int, pages: Sequence[int]) -> str:
        """With the page named once where all its content stands on one page, as most has.

        ``first`` is the number of the tree's first element as an object, ``root`` that of what is
        above it.
        """
        above = root if self.parent is None else first + self.parent.index
        only, kids = None, self.kids
        if kids and isinstance(kids[0], tuple):
            only = kids[0][0]
        said = [_kid(one, only, first, pages) for one in kids]
        page = "" if only is None else f"/Pg {pages[only]} 0 R"
        inside = said[0] if len(said) == 1 else f"[{' '.join(said)}]"
        return f"<</Type/StructElem/S/{self.tag}/P {above} 0 R{page}{self.more}/K {inside}>>"


class Tree:
    """All elements of a file; the first is the document."""

    def __init__(self) -> None:
        self.elements: list[Element] = []
        #: For each page the elements of its marked contents, in the order of their numbers.
        self.pages: list[list[Element]] = []

    def root(self, first: int) -> str:
        """What the catalogue names: the document's element, and whose each marked content is."""
        owners = " ".join(
            f"{at}[{' '.join([f'{first + one.index} 0 R' for one in page])}]"
            for at, page in enumerate(self.pages)
        )
        return (
            f"<</Type/StructTreeRoot/K {first} 0 R/ParentTree<</Nums[{owners}]>>"
            f"/ParentTreeNextKey {len(self.pages)}>>"
        )


def _kid(kid: Element | tuple[int, int], page: int | None, first: int, pages: Sequence[int]) -> str:
    if isinstance(kid, Element):
        return f"{first + kid.index} 0 R"
    if kid[0] == page:
        return str(kid[1])
    return f"<</Type/MCR/Pg {pages[kid[0]]} 0 R/MCID {kid[1]}>>"
