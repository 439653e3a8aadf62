"""Files the application ships with: icons, letters, fonts, translations, reference data.

`path` is the only way to one of them: Qt, ReportLab and Alembic want a real path, and wheels,
editable installs and frozen one-folder builds all give them one.
"""

from importlib.resources import files
from pathlib import Path

_ROOT = files(__name__)


def path(name: str) -> Path:
    """The file or folder called `name`, for example ``icons/mail.svg``.

    Raises FileNotFoundError for a name that did not ship: a mistake of ours, never of the user.
    """
    found = _ROOT / name
    if not isinstance(found, Path):
        raise TypeError(f"resources must be ordinary files, not {type(found).__name__}")
    if not found.exists():
        raise FileNotFoundError(found)
    return found
