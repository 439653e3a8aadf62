"""A tagged PDF read back: what belongs to which part of its tree, in reading order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf

PAINTS = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "BI"}


@dataclass(slots=True)
class Part:
    """An element with its attributes, its parts, and the text that stands directly in it."""

    tag: str
    alt: str = ""
    language: str = ""
    scope: str = ""
    text: str = ""
    parts: list["Part"] = field(default_factory=list)

    def walk(self) -> Iterator["Part"]:
        yield self
        for one in self.parts:
            yield from one.walk()


@dataclass(slots=True)
class Marked:
    """What was found on a page: the text of each marked content, and what was painted outside."""

    texts: dict[int, str]
    stray: list[str]


class TaggedPdf:
    def __init__(self, data: bytes, pages: int = 10_000) -> None:
        self.pdf = pikepdf.open(BytesIO(data))
        self.pages = [_read(page) for page in list(self.pdf.pages)[:pages]]
        numbers = {page.obj.objgen: at for at, page in enumerate(self.pdf.pages)}
        #: Page and number of each marked content, in the order of the tree.
        self.order: list[tuple[int, int]] = []
        root = self.pdf.Root.StructTreeRoot
        top = root.K[0] if isinstance(root.K, pikepdf.Array) else root.K
        self.document = self._part(top, numbers, -1)

    def _part(self, element: Any, numbers: dict[Any, int], page: int) -> Part:
        if "/Pg" in element:
            page = numbers[element.Pg.objgen]
        attributes = element.get("/A", {})
        part = Part(
            str(element.S)[1:],
            str(element.get("/Alt", "")),
            str(element.get("/Lang", "")),
            str(attributes.get("/Scope", "")),
        )
        inside, texts = element.get("/K", []), []
        for kid in inside if isinstance(inside, pikepdf.Array) else [inside]:
            if isinstance(kid, int):
                texts.append(self._text(page, kid))
            elif "/MCID" in kid:
                texts.append(self._text(numbers[kid.Pg.objgen], int(kid.MCID)))
            else:
                part.parts.append(self._part(kid, numbers, page))
        part.text = "\n".join(texts)
        return part

    def _text(self, page: int, number: int) -> str:
        self.order.append((page, number))
        return self.pages[page].texts[number] if page < len(self.pages) else ""


def _read(page: pikepdf.Page) -> Marked:
    fonts = {name: _unicode(font) for name, font in page.obj.Resources.get("/Font", {}).items()}
    marked = Marked({}, [])
    stack: list[int | None] = []
    font: dict[int, str] = {}
    instructions: Any = pikepdf.parse_content_stream(page)
    for operands, operator in instructions:
        name = str(operator)
        if name in ("BMC", "BDC"):
            about = operands[1] if name == "BDC" else {}
            number = about.get("/MCID") if isinstance(about, pikepdf.Dictionary) else None
            outer = stack[-1] if stack else None
            stack.append(int(number) if number is not None else outer)
            if number is not None:
                marked.texts[int(number)] = ""
            elif not stack[:-1]:
                assert str(operands[0]) == "/Artifact"
        elif name == "EMC":
            stack.pop()
        elif name == "Tf":
            font = fonts[str(operands[0])]
        elif name in PAINTS:
            if not stack:
                marked.stray.append(name)
            if name in ("Tj", "TJ") and stack and stack[-1] is not None:
                pieces = operands[0] if name == "TJ" else [operands[0]]
                marked.texts[stack[-1]] += "".join(
                    font[code]
                    for piece in pieces
                    if isinstance(piece, pikepdf.String)
                    for code in bytes(piece)
                )
    assert not stack
    return marked


def _unicode(font: Any) -> dict[int, str]:
    source = font.ToUnicode.read_bytes().decode()
    return {
        int(code, 16): bytes.fromhex(text).decode("utf-16-be")
        for code, text in re.findall(r"<(\w\w)> <(\w{4,})>\n", source)
    }
