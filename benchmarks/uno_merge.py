"""Run by the system's Python, the one that LibreOffice speaks with: merges letters into one PDF.

``python3 benchmarks/uno_merge.py FOLDER LETTERS`` takes ``template.fodt`` and ``data/letters.csv``
of the folder and prints JSON with the seconds of LibreOffice's start (``start``) and of the merge
alone (``merge``). ``--check`` says by its exit code whether this Python can. Needs nothing of this
project, which is not installed there.
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from shutil import rmtree
from typing import Any

_PATIENCE = 120  # seconds


def main() -> int:
    """See above."""
    try:
        import uno  # type: ignore[import-not-found] # comes with LibreOffice
    except ImportError:
        return 1
    if sys.argv[1] == "--check":
        return 0
    folder, letters = Path(sys.argv[1]), int(sys.argv[2])
    (folder / "out").mkdir()
    where, pipe = folder.as_uri(), f"letters{time.time_ns()}"
    started = time.perf_counter()
    office = subprocess.Popen(
        [  # noqa: S607 - wherever the system has it
            "soffice",
            "--headless",
            "--norestore",
            "--nologo",
            f"-env:UserInstallation={where}/profile",
            f"--accept=pipe,name={pipe};urp;",
        ]
    )
    try:
        context = _context(uno, pipe)
        start = time.perf_counter() - started
        merge = _merged(uno, context, where)
    finally:
        office.terminate()
        office.wait()
    printed = sorted((folder / "out").glob("*.pdf"))
    assert len(printed) == 1, printed  # noqa: S101
    pages = printed[0].read_bytes().count(b"/Type/Page/")
    assert pages >= letters, f"{pages} pages for {letters} letters"  # noqa: S101
    rmtree(folder / "out")
    print(json.dumps({"start": start, "merge": merge, "pages": pages}))
    return 0


def _context(uno: Any, pipe: str) -> Any:  # noqa: ANN401 - LibreOffice has no types
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except uno.getClass("com.sun.star.connection.NoConnectException"):
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def _merged(uno: Any, context: Any, where: str) -> float:  # noqa: ANN401
    """Name the table to LibreOffice, then merge and take the time."""

    def service(name: str) -> Any:  # noqa: ANN401
        return context.ServiceManager.createInstanceWithContext(f"com.sun.star.{name}", context)

    def setting(name: str, value: object) -> Any:  # noqa: ANN401
        made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        made.Name, made.Value = name, value
        return made

    sources = service("sdb.DatabaseContext")
    source = sources.createInstance()
    source.URL = f"sdbc:flat:{where}/data"
    source.Info = (
        setting("Extension", "csv"),
        setting("CharSet", "UTF-8"),
        setting("FieldDelimiter", ","),
        setting("StringDelimiter", '"'),
        setting("HeaderLine", True),
    )
    source.DatabaseDocument.storeAsURL(f"{where}/letters.odb", ())
    if not sources.hasByName("letters"):
        sources.registerObject("letters", source)
    merge = service("text.MailMerge")
    merge.DocumentURL = f"{where}/template.fodt"
    merge.DataSourceName = merge.Command = "letters"
    merge.CommandType = 0  # a table
    merge.OutputType = 2  # a file
    merge.OutputURL = f"{where}/out"
    merge.SaveAsSingleFile = True
    merge.SaveFilter = "writer_pdf_Export"
    merge.FileNamePrefix = "letters"
    started = time.perf_counter()
    merge.execute(())
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())
