"""Every paper that was made while somebody watched, and which functions had a part in it."""

import ast
import pkgutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from mentorapp import reports
from mentorapp.reports import page

_PREFIX = f"{reports.__name__}."
#: Makes a picture for a file, and bytes of which papers consist.
_NO_PAPERS = {"chart_pictures", "page", "pictures", "written"}


@dataclass(frozen=True, slots=True)
class Made:
    """``by`` are the functions of reports that had a part in it, as ``module.function``."""

    by: frozenset[str]
    pdf: bytes = field(repr=False)


def makers() -> set[str]:
    """The public functions of reports that make a paper, as ``module.function``."""
    found = set()
    for path in Path(reports.__path__[0]).glob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.returns:
                made = ast.unparse(node.returns) in ("bytes", "LetterFile")
                if made and not node.name.startswith("_"):
                    found.add(f"{path.stem}.{node.name}")
    return {one for one in found if one.partition(".")[0] not in _NO_PAPERS}


@contextmanager
def watched() -> Iterator[list[Made]]:
    """What is made meanwhile."""
    for module in pkgutil.iter_modules(reports.__path__, _PREFIX):
        import_module(module.name)
    real, made = page.build, list[Made]()

    def build(*args: object, **options: object) -> bytes:
        pdf = real(*args, **options)  # type: ignore[arg-type]
        made.append(Made(frozenset(_above()), pdf))
        return pdf

    holders = [one for one in sys.modules.values() if getattr(one, "build", None) is real]
    _put(holders, build)
    try:
        yield made
    finally:
        _put(holders, real)


def _above() -> Iterator[str]:
    frame = sys._getframe(2)
    while frame.f_back is not None:
        name = frame.f_globals.get("__name__", "")
        if name.startswith(_PREFIX):
            yield f"{name.removeprefix(_PREFIX)}.{frame.f_code.co_name}"
        frame = frame.f_back


def _put(holders: Iterable[object], build: Callable[..., bytes]) -> None:
    for one in holders:
        vars(one)["build"] = build
