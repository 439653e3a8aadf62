"""Options that every command has, and how what is typed after an option is read."""

from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError
from datetime import date

from mentorapp.domain.schemes import Criterion, Weight
from mentorapp.words import LANGUAGES


def shared_options(parser: ArgumentParser) -> None:
    """``--office`` and what else every command takes.

    Accepted before and after the command; SUPPRESS keeps one place from erasing the
    other.
    """
    parser.add_argument("--office", metavar="FILE_OR_URL", default=SUPPRESS)
    parser.add_argument("--language", choices=LANGUAGES, default=SUPPRESS)
    parser.add_argument("--today", type=day, metavar="YYYY-MM-DD", default=SUPPRESS)
    parser.add_argument("--json", action="store_true", default=SUPPRESS)
    parser.add_argument(
        "--passphrase-file",
        metavar="FILE",
        default=SUPPRESS,
        help="the passphrase of the office is its first line; - for standard input",
    )
    parser.add_argument(
        "--second-passphrase-file",
        metavar="FILE",
        default=SUPPRESS,
        help="the passphrase of a second person, where two have to agree; - for the next line",
    )


def recovery_key_option(parser: ArgumentParser) -> None:
    """``--recovery-key-file``, in place of a passphrase."""
    parser.add_argument(
        "--recovery-key-file",
        metavar="FILE",
        help="the key is its first line; - for standard input",
    )


def day(text: str) -> date:
    """A day as 2026-11-23."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"not a date like 2026-11-23: {text!r}") from None


def minutes(text: str) -> int:
    """A number of minutes."""
    try:
        return int(text)
    except ValueError:
        raise ArgumentTypeError(f"not a number of minutes: {text!r}") from None


def two(text: str) -> tuple[str, str]:
    """Two numbers with a comma between them."""
    newcomer, comma, mentor = text.partition(",")
    if not (comma and newcomer.strip() and mentor.strip()):
        raise ArgumentTypeError(f"not two numbers like 10017,10023: {text!r}")
    return newcomer.strip(), mentor.strip()


def weight(text: str) -> tuple[str, str]:
    """A criterion and its weight."""
    criterion, _, wanted = text.partition("=")
    try:
        return Criterion(criterion.strip()).value, Weight(wanted.strip()).value
    except ValueError:
        raise ArgumentTypeError(
            f"not a criterion and its weight like distance=high: {text!r}; criteria are "
            f"{', '.join(Criterion)}, weights {', '.join(Weight)}"
        ) from None
