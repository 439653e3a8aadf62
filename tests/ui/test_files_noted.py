"""Whatever the window writes for somebody to take away is noted in the log."""

import ast
from collections.abc import Iterator
from pathlib import Path

import ui

_ROOT = Path(ui.__file__).parent
#: What writes a file, or shows one that can be saved and printed.
_WRITERS = {"write_whole", "write_text", "write_bytes", "list_files", "PdfView"}
_NOTING = {"PaperTrail", "trail_of", "papers_out"}
#: Nobody's data, or noted by something else.
_OTHERWISE = {
    "widgets/pdf_view.py": "tells whoever shows a paper, which notes it",
    "letters/preview.py": "a letter that leaves is a record and noted as that; an old one is "
    "shown with what notes it",
    "letter_texts/editor.py": "a letter to an invented person",
    "widgets/recovery_dialog.py": "the recovery key, which is noted nowhere",
}


def test_no_window_writes_a_file_that_the_log_is_not_told_of() -> None:
    untold = {name for name, called in _modules() if called & _WRITERS and not called & _NOTING}

    assert untold == set(_OTHERWISE)


def _modules() -> Iterator[tuple[str, set[str]]]:
    for file in sorted(_ROOT.rglob("*.py")):
        yield file.relative_to(_ROOT).as_posix(), set(_called(ast.parse(file.read_text())))


def _called(module: ast.Module) -> Iterator[str]:
    """Names of functions that are called; of a module's, that of the module and its own."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Attribute):
                yield called.attr
                if isinstance(called.value, ast.Name):
                    yield called.value.id
            elif isinstance(called, ast.Name):
                yield called.id
