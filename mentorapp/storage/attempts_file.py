"""When somebody tried a passphrase that did not open the office: noted beside it, as the log is
inside. Nothing but moments stands here; the next one who comes in takes them into the log.
"""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

#: Of a program that tries and tries, the first are enough: the file stays small.
_MOST = 1_000
_LINE = 26


def attempts_path(office: Path) -> Path:
    """Where the list lies."""
    return office.with_name(f"{office.name}.attempts")


def add(office: Path, now: datetime) -> None:
    """One more. Where it cannot be written nobody is kept from trying again."""
    path = attempts_path(office)
    with suppress(OSError):
        if not path.exists() or path.stat().st_size < _MOST * _LINE:
            with path.open("a", encoding="ascii") as file:
                file.write(f"{now.astimezone(UTC).isoformat(timespec='seconds')}\n")


def read(office: Path) -> list[datetime]:
    """All there were; a line that is none is left out."""
    found = []
    with suppress(OSError):
        lines = attempts_path(office).read_bytes()[: 2 * _MOST * _LINE].decode("ascii", "replace")
        for line in lines.splitlines()[:_MOST]:
            with suppress(ValueError):
                found.append(datetime.fromisoformat(line).astimezone(UTC))
    return found


def clear(office: Path) -> None:
    """They stand in the log now."""
    with suppress(OSError):
        attempts_path(office).unlink(missing_ok=True)
