"""A page for somebody to take home: what associations nearby offer, and whom to call.

It tells nothing of where the reader lives, and to protected people no distance.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepInFrame, PageTemplate, Spacer

from mentorapp.domain.office import Office
from mentorapp.reference.phones import printed
from mentorapp.reports import style
from mentorapp.reports.page import NumberedCanvas, build, frame
from mentorapp.reports.text import isolated, paragraph, shortened
from mentorapp.words import Words
from mentorapp.words.reasons import name_of

#: More do not fit on the page in letters of this size.
MOST = 6
_NAME = ParagraphStyle("activity", parent=style.HEADING_LARGE, spaceBefore=0, spaceAfter=1)
_LINE = ParagraphStyle("activity line", parent=style.BODY, spaceAfter=0)
_LIMIT = 84  # characters, so that what an association has typed stays one line


@dataclass(frozen=True, slots=True, kw_only=True)
class LeafletActivity:
    """``km`` is None for somebody who may not be told a distance, or when it is not known."""

    name: str
    organisation: str
    time: str
    place: str
    price: str
    contact: str
    phone: str
    welcomes_beginners: bool
    shared: tuple[str, ...]
    km: int | None


def nearby_leaflet(
    called: str, activities: Sequence[LeafletActivity], office: Office, words: Words
) -> bytes:
    """One page A4 in plain language; ``called`` is what the reader is called."""
    _ = words.text
    title = _("What fits you nearby")
    story: list[Flowable] = [
        paragraph(title, style.TITLE),
        paragraph(_("For %(name)s") % {"name": isolated(shortened(called, 60))}, style.SUBTITLE),
        paragraph(_intro(activities, words), style.BODY_LARGE),
    ]
    for one in activities[:MOST]:
        story += [*_activity(one, words), Spacer(1, 4.2 * mm)]
    story.append(paragraph(_help(office, words), style.BODY_LARGE))

    def begin(canvas: Canvas, _document: object) -> None:
        assert isinstance(canvas, NumberedCanvas)  # noqa: S101 - for the type checker
        if not canvas.group:
            canvas.begin_group(words, office.name)

    return build(
        [PageTemplate("page", [frame(22, 18, 188, 280)], onPage=begin)],
        # Wide letters may still take two lines; smaller ones then, and never a second page.
        [KeepInFrame(166 * mm, 261 * mm, story, mode="shrink")],
        title=title,
        author=office.name,
        language=words.language,
    )


def _intro(activities: Sequence[LeafletActivity], words: Words) -> str:
    _ = words.text
    if not activities:
        return _("We know of nothing that is open just now. Ask us again in some weeks.")
    return _(
        "Here you can do something you like together with others. You can come and try without "
        "becoming a member."
    )


def _activity(one: LeafletActivity, words: Words) -> Iterator[Flowable]:
    _ = words.text
    yield paragraph(shortened(one.name, 70), _NAME)
    where = [one.organisation, one.place, _km(one.km, words)]
    yield _line(_joined(where))
    if one.time or one.price:
        yield _line(_joined([one.time, one.price]))
    if one.contact or one.phone:
        who = [shortened(one.contact, 40), printed(one.phone) if one.phone else ""]
        called = ", ".join(isolated(part) for part in who if part)
        yield _line(_("Ask: %(who)s") % {"who": called})
    said = []
    if one.welcomes_beginners:
        said.append(_("Beginners are welcome."))
    if one.shared:
        names = tuple(name_of(words, words.lists.interests, key) for key in one.shared[:3])
        said.append(_("You like: %(interests)s.") % {"interests": words.join(names)})
    if said:
        yield _line(" ".join(said))


def _joined(parts: Sequence[str]) -> str:
    """The parts on one line: where they are too long, each has its share of it."""
    there = [part for part in parts if part]
    if sum(map(len, there)) > _LIMIT:
        there = [shortened(part, _LIMIT // len(there)) for part in there]
    return " · ".join(map(isolated, there))


def _km(km: int | None, words: Words) -> str:
    if km is None:
        return ""
    return words.text("about %(km)d km away") % {"km": km} if km else words.text("close by")


def _line(text: str) -> Flowable:
    return paragraph(text, _LINE)


def _help(office: Office, words: Words) -> str:
    _ = words.text
    if not office.phone:
        return _("Would you like somebody to come with you the first time? Ask us.")
    return _(
        "Would you like somebody to come with you the first time? Call us: %(office)s, %(phone)s."
    ) % {"office": office.name, "phone": printed(office.phone)}
