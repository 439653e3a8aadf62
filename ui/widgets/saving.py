"""Writing a file that somebody asked for, whole or not at all."""

from contextlib import suppress
from pathlib import Path

from mentorapp.domain.errors import CannotWriteFile, FileTrouble
from mentorapp.domain.files import trouble_of


def write_whole(file: Path, data: bytes) -> None:
    """Write `data` to `file`; what stood there before stays when that fails.

    Raises CannotWriteFile with the reason that the system gives.
    """
    if file.is_dir():
        raise CannotWriteFile(file.name, FileTrouble.IS_FOLDER)
    part = file.with_name(f".{file.name}.part")
    try:
        part.write_bytes(data)
        part.replace(file)
    except OSError as trouble:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise CannotWriteFile(file.name, trouble_of(trouble)) from trouble
