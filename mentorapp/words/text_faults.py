"""What is wrong with a letter text, as a sentence at its line."""

from collections.abc import Collection
from difflib import get_close_matches
from enum import StrEnum

from mentorapp.words import N_, Words
from mentorapp.words.letter_fields import field_name


class TextFault(StrEnum):
    """Why a letter text cannot be printed as it stands."""

    UNKNOWN_FIELD = "unknown_field"
    UNKNOWN_CONDITION = "unknown_condition"
    SEVERAL_VALUES = "several_values"
    LONE_BRACE = "lone_brace"
    NESTED = "nested"
    NOT_CLOSED = "not_closed"
    END_WITHOUT_IF = "end_without_if"
    NOTHING_BEFORE = "nothing_before"
    NO_SUBJECT = "no_subject"


_SENTENCES = {
    TextFault.UNKNOWN_FIELD: N_("There is no field called “%(about)s” in this letter."),
    TextFault.UNKNOWN_CONDITION: N_("“%(about)s” is no condition that can be read."),
    TextFault.SEVERAL_VALUES: N_(
        "“%(about)s” has several values: let it stand alone on its line, after a dash."
    ),
    TextFault.LONE_BRACE: N_("A brace stands alone. A field is written {like this}."),
    TextFault.NESTED: N_("A condition begins before the one above has ended."),
    TextFault.NOT_CLOSED: N_("The condition that begins here has no end."),
    TextFault.END_WITHOUT_IF: N_("A condition ends here that has not begun."),
    TextFault.NOTHING_BEFORE: N_("A line with + goes on in a paragraph, and there is none before."),
    TextFault.NO_SUBJECT: N_("The letter has no subject: begin with a line like “# Subject”."),
}


def say_fault(
    words: Words, line: int, fault: TextFault, about: str, fields: Collection[str]
) -> str:
    """The sentence with its line, and the field that was probably meant."""
    _ = words.text
    known = [field_name(words, one) for one in fields]
    said = _(_SENTENCES[fault]) % {"about": field_name(words, about)}
    near = get_close_matches(about, known, n=1, cutoff=0.6)
    if fault is TextFault.UNKNOWN_FIELD and near:
        said += " " + _("Perhaps “%(name)s” is meant.") % {"name": near[0]}
    if not line:
        return said
    return _("Line %(number)d: %(said)s") % {"number": line, "said": said}
