"""The columns of what is kept too long, and of how long each kind is kept."""

from dataclasses import dataclass
from uuid import UUID

from mentorapp.domain.retention import RetentionKind, Standing
from mentorapp.operations.retention import RetentionRow
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.retention import COUNTED_FROM, say_months
from ui.format import capital
from ui.theme import Tone
from ui.widgets.table_model import Column

TONES = {Standing.DUE: Tone.BAD, Standing.SOON: Tone.WARN, Standing.HELD: Tone.INFO}
_ORDER = list(Standing)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list; two may be about one person."""

    row: RetentionRow

    @property
    def id(self) -> tuple[RetentionKind, UUID]:
        """What tells it from the others, also after the list was read anew."""
        return self.row.due.kind, self.row.id

    @property
    def who(self) -> str:
        """Whom it is about, both of a pair."""
        return " – ".join(self.row.names)

    @property
    def about(self) -> str:
        """The same with the number, for forms and messages; the log has neither."""
        return f"{self.who} ({self.number})" if self.number else ""

    @property
    def number(self) -> str:
        """The number as it is shown."""
        return str(self.row.number or "")

    @property
    def opens(self) -> bool:
        """Whether it is about somebody with a file, or a pair with a page."""
        return self.row.due.kind not in (RetentionKind.GUESTS, RetentionKind.LOG)


@dataclass(frozen=True, slots=True)
class Period:
    """A kind, and for how many months it is kept."""

    kind: RetentionKind
    months: int

    @property
    def id(self) -> RetentionKind:
        """What tells it from the others."""
        return self.kind


def due_columns(words: Words) -> list[Column[Line]]:
    """Number, who, what, where it stands, the day."""
    _ = words.text
    return [
        Column(_("Number"), lambda line: line.number, width=80, least=70),
        Column(_("Who"), lambda line: line.who, width=210, least=130),
        Column(
            _("What"),
            lambda line: label(words, line.row.due.kind),
            width=240,
            whole=[label(words, RetentionKind.NOTES)],  # most lines are of this kind
        ),
        Column(
            _("Status"),
            lambda line: label(words, line.row.due.standing),
            sort=lambda line: (_ORDER.index(line.row.due.standing), line.row.due.due_on),
            width=100,
            whole=[label(words, one) for one in Standing],
            badge=lambda line: TONES[line.row.due.standing],
        ),
        Column(
            _("Due"),
            lambda line: words.date(line.row.due.due_on),
            sort=lambda line: line.row.due.due_on,
            width=110,
            least=106,
        ),
    ]


def period_columns(words: Words) -> list[Column[Period]]:
    """What, for how long, from when."""
    _ = words.text
    order = list(RetentionKind)
    return [
        Column(
            _("What"),
            lambda one: capital(label(words, one.kind)),
            sort=lambda one: order.index(one.kind),
            width=345,
        ),
        Column(
            _("Kept for"),
            lambda one: say_months(words, one.months),
            sort=lambda one: one.months,
            width=110,
        ),
        Column(_("Counted from"), lambda one: _(COUNTED_FROM[one.kind]), width=400),
    ]
