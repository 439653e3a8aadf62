"""The papers that the README shows, each a page of an example office.

``python -m installer.readme_pages DEMO FOLDER``: DEMO is what ``mentorctl demo --out`` wrote.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import pypdfium2 as pdfium
from PIL.Image import Resampling

from installer.contact_sheet import write_picture

#: Of which file, the page from 0 on, and the name of the picture.
_SHOWN = (
    ("letters/*.pdf", 0, "letter"),
    ("letters/*.pdf", 2, "slips"),
    ("quarterly-report-*.pdf", 0, "quarter"),
)
_SIZE = (774, 1095)


def main(arguments: Sequence[str]) -> int:
    """Write the pictures."""
    demo, folder = map(Path, arguments)
    for papers, at, name in _SHOWN:
        document = pdfium.PdfDocument(min(demo.glob(papers)).read_bytes())
        page = document[at].render(scale=2 * _SIZE[0] / 595).to_pil().convert("RGB")
        write_picture(page.resize(_SIZE, Resampling.LANCZOS), folder / f"{name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
