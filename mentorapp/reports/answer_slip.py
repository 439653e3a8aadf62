"""The slip at the foot of an invitation, to cut off and hand in."""

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from mentorapp.reports import style
from mentorapp.reports.bidi import RIGHT
from mentorapp.reports.fonts import BOLD, REGULAR
from mentorapp.reports.scripts import direction_of_language
from mentorapp.reports.tagging import content
from mentorapp.reports.text import draw, wide
from mentorapp.words import N_, Words

_HEIGHT, _STEP = 21.0, 52.0


class AnswerSlip(Flowable):
    """Numbers, no name, so that one that is lost tells nothing. ``number`` is the guest's, 0 for
    one who has none; ``theirs`` are the words of the office where they stand beneath the reader's.
    """

    def __init__(
        self,
        event: int,
        number: int,
        words: Words,
        theirs: Words | None = None,
        *,
        asks_children: bool = False,
    ) -> None:
        super().__init__()
        self._event, self._number = event, number
        self._words, self._theirs = words, theirs
        self._boxes = [N_("I come"), N_("I cannot come")]
        if asks_children:
            self._boxes.append(N_("I bring children"))
        self._from_right = direction_of_language(words.language) == RIGHT

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's
        self.width, self.height = aW, _HEIGHT * mm
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        canvas.saveState()
        canvas.setStrokeColor(style.MUTED)
        canvas.setLineWidth(0.6)
        canvas.setDash(3, 3)
        canvas.line(-34 * mm, 19.5 * mm, self.width + 34 * mm, 19.5 * mm)
        canvas.restoreState()
        self._both(N_("Answer slip"), 0, 12.6, BOLD, 42)
        self._text(self._numbers(self._words), 45, 12.6, BOLD, 11, self._room - 45, self._words)
        if self._theirs is not None:
            said = self._numbers(self._theirs)
            self._text(said, 45, 9, REGULAR, 8.5, self._room - 45, self._theirs)
        for at, text in enumerate(self._boxes):
            canvas.setStrokeColor(style.INK)
            canvas.setLineWidth(0.8)
            left = self._left(_STEP * at, 4.5)
            canvas.rect(left * mm, 2.9 * mm, 4.5 * mm, 4.5 * mm)
            self._both(text, _STEP * at + 6.5, 3.6, REGULAR, 44)

    @property
    def _room(self) -> float:
        return self.width / mm

    def _left(self, at: float, width: float) -> float:
        """Where something ``at`` so many mm from where the reader begins has its left edge."""
        return self._room - at - width if self._from_right else at

    def _numbers(self, words: Words) -> str:
        said = [words.text(N_("Event %(number)s")) % {"number": self._event}]
        if self._number:
            said.append(words.text(N_("Your number %(number)s")) % {"number": self._number})
        return " · ".join(said)

    def _both(self, text: str, at: float, bottom: float, font: str, width: float) -> None:
        self._text(self._words.text(text), at, bottom, font, 11, width, self._words)
        if self._theirs is not None:
            said = self._theirs.text(text)
            self._text(said, at, bottom - 3.6, REGULAR, 8.5, width, self._theirs)

    def _text(
        self,
        text: str,
        at: float,
        bottom: float,
        font: str,
        size: float,
        width: float,
        words: Words,
    ) -> None:
        """At the reader's side of its room, whatever it is written in."""
        left = self._left(at, width) * mm
        if self._from_right and words is self._theirs:
            left += max(0.0, width * mm - wide(text, font, size))
        self.canv.setFillColor(style.INK)
        spoken = words.language
        with content(self.canv, language=spoken):
            draw(self.canv, left, bottom * mm, text, font, size, width * mm, language=spoken)
