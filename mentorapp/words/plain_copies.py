"""Copies that are not encrypted, or open by what was taken away, in sentences."""

from collections.abc import Sequence

from mentorapp.domain.plain_copies import CopiesRemoved, LeftCopy
from mentorapp.words import Words

#: How they are removed on the command line.
COMMAND = "mentorctl backups plain --remove"
OLD_COMMAND = "mentorctl backups old --remove"


def left_lines(words: Words, left: Sequence[LeftCopy]) -> list[str]:
    """What lies there in plain text, file by file, and the way to be rid of it."""
    if not left:
        return [words.text("No copy in plain text was found beside it or in the second place.")]
    return _listed(words, left_sentence(words, len(left)), left, COMMAND)


def old_lines(words: Words, left: Sequence[LeftCopy]) -> list[str]:
    """What opens by other keys than today's, file by file, and the way to be rid of it."""
    if not left:
        return [
            words.text(
                "No copy that old passphrases open was found beside it or in the second place."
            )
        ]
    said = words.plural(
        "%(n)d copy of before still opens with the passphrases and the recovery key of then.",
        "%(n)d copies of before still open with the passphrases and the recovery key of then.",
        len(left),
    )
    return _listed(words, said, left, OLD_COMMAND)


def _listed(words: Words, said: str, left: Sequence[LeftCopy], command: str) -> list[str]:
    way = words.text("Remove them with “%(command)s”.") % {"command": command}
    return [said, *(f"  {_line(words, one)}" for one in left), way]


def left_sentence(words: Words, many: int) -> str:
    """That they are there, and why it matters."""
    return words.plural(
        "%(n)d copy of before is not encrypted: everybody who gets hold of it can read it.",
        "%(n)d copies of before are not encrypted: everybody who gets hold of them can read them.",
        many,
    )


def removed_lines(words: Words, done: CopiesRemoved) -> list[str]:
    """What became of them, and the files that are left."""
    return [*removed_sentences(words, done), *(f"  {one.path}" for one in done.left)]


def removed_sentences(words: Words, done: CopiesRemoved) -> list[str]:
    """The same for where the files that are left are shown already."""
    lines = [
        words.plural("%(n)d copy is removed.", "%(n)d copies are removed.", done.gone),
        words.text(
            "A disk may keep what was deleted for a while. Copies that somebody made by hand are "
            "not found here."
        ),
    ]
    if done.left:
        lines.append(
            words.text(
                "These could not be removed, or no encrypted backup could be put beside them yet:"
            )
        )
    return lines


def _line(words: Words, one: LeftCopy) -> str:
    return f"{one.path} ({words.moment(one.made.astimezone())})"
