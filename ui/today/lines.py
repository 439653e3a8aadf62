"""The lines of Today as plain sentences, and what can be done about each."""

from dataclasses import dataclass

from mentorapp.domain.follow_up import Attention, AttentionKind, Severity
from mentorapp.words import Words
from mentorapp.words.labels import label
from ui.theme import Tone

#: Icon and tone of each severity; the word beside them says the same.
SIGNS = {
    Severity.RED: ("circle-alert", Tone.BAD),
    Severity.YELLOW: ("triangle-alert", Tone.WARN),
    Severity.CALM: ("clock", Tone.INFO),
}

#: What is about people, not about a pair.
OF_PERSONS = frozenset({AttentionKind.CERTIFICATE, AttentionKind.WAITING})

#: What is about an event.
OF_EVENTS = frozenset({AttentionKind.EVENT_SOON, AttentionKind.EVENT_ATTENDANCE})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of Today; `place` is where it stands by urgency, from 0."""

    attention: Attention
    place: int = 0

    @property
    def key(self) -> tuple[str, ...]:
        """What tells the line from the others, also after the list was read anew."""
        return line_key(self.attention)

    @property
    def sign(self) -> tuple[str, Tone]:
        """The icon and the tone."""
        return SIGNS[self.attention.severity]


def line_key(about: Attention) -> tuple[str, ...]:
    """What a line is known by."""
    return (about.kind.value, str(about.subject_id), about.detail)


def subject_word(words: Words, kind: AttentionKind) -> str:
    """What the line names: people, or a goal or an event by its title."""
    _ = words.text
    if kind is AttentionKind.GOAL:
        return _("Goal")
    if kind in OF_EVENTS:
        return _("Event")
    return _("Who")


def severity_word(words: Words, line: Line) -> str:
    """The word for how soon."""
    return label(words, line.attention.severity)
