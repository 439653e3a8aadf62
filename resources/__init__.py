"""Files the application ships with: icons, letters, fonts, translations, reference data.

`path` is the only way to one of them: Qt, ReportLab and Alembic want a real path, and wheels,
editable installs and frozen one-folder builds all give them one. So it is asked of this file and
not of ``importlib.resources``, which for the same answer takes 4 ms before the first window.
"""

from pathlib import Path

_ROOT = Path(__file__).parent


def path(name: str) -> Path:
    """The file or folder called `name`, for example ``icons/mail.svg``.

    Raises FileNotFoundError for a name that did not ship: a mistake of ours, never of the user.
    """
    found = _ROOT / name
    if not found.exists():
        raise FileNotFoundError(found)
    return found
