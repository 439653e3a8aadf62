"""What an office uses now: LibreOffice's mail merge of the same letters into one PDF.

One template with the sentences of the first letter, and a table with a row of values for each, as
somebody sets up once who knows how. LibreOffice puts the rows in, breaks the lines and writes the
PDF; its own start is not counted. It is given less to do: no letterhead, no fold marks, no page
numbers, no tags.
"""

import csv
import json
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from mentorapp.reports.letter_kinds import values
from mentorapp.reports.letters import PairingLetter
from mentorapp.reports.templates import Block, BlockKind, fill
from mentorapp.words import Words

_ADDRESS_LINES = 5
#: The Python that LibreOffice comes with is the system's; ours knows nothing of it.
_PYTHON = Path("/usr/bin/python3")
_SCRIPT = Path(__file__).with_name("uno_merge.py")
_MARKER = re.compile(r"@@(\w+)@@")
_STYLES = {
    BlockKind.SUBJECT: (15, "bold"),
    BlockKind.HEADING: (12.5, "bold"),
    BlockKind.PARAGRAPH: (12, "normal"),
}


@dataclass(frozen=True, slots=True)
class Job:
    """A folder with template and table, and how many pages each letter should have at least."""

    folder: Path
    letters: int


def is_there() -> bool:
    """Whether LibreOffice can be driven here, its part for databases included."""
    if shutil.which("soffice") is None or not _PYTHON.exists():
        return False
    asked = subprocess.run([_PYTHON, _SCRIPT, "--check"], capture_output=True, check=False)
    return asked.returncode == 0


def prepared(folder: Path, letters: Sequence[PairingLetter]) -> Job:
    """Write the template and the table."""
    words = Words("nb")
    rows = [_row(letter, words) for letter in letters]
    first = {name: rows[0].get(name, "") for name in sorted({name for row in rows for name in row})}
    (folder / "data").mkdir()
    with (folder / "data" / "letters.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(first), restval="", quoting=csv.QUOTE_ALL)
        table.writeheader()
        table.writerows(rows)
    marked: dict[str, str | tuple[str, ...]] = {}
    for name, value in values(letters[0], words).items():
        if isinstance(value, tuple):
            marked[name] = tuple(f"@@{name}{at}@@" for at in range(len(value)))
        else:
            marked[name] = f"@@{name}@@" if value else ""
    template = _template(fill(letters[0].text, marked))
    (folder / "template.fodt").write_text(template, encoding="utf-8")
    return Job(folder, len(letters))


def seconds(job: Job) -> float:
    """How long the merge took; an error when it printed too few pages."""
    done = subprocess.run(
        [_PYTHON, _SCRIPT, job.folder, str(job.letters)],
        capture_output=True,
        check=True,
        text=True,
    )
    return float(json.loads(done.stdout)["merge"])


def _row(letter: PairingLetter, words: Words) -> dict[str, str]:
    row = {f"address{at}": "" for at in range(_ADDRESS_LINES)}
    row |= {f"address{at}": line for at, line in enumerate(letter.address)}
    for name, value in values(letter, words).items():
        if isinstance(value, tuple):
            row |= {f"{name}{at}": one for at, one in enumerate(value)}
        else:
            row[name] = value
    return row


def _template(blocks: Sequence[Block]) -> str:
    lines = [_paragraph("address", f"@@address{at}@@") for at in range(_ADDRESS_LINES)]
    lines += [_paragraph(block.kind.value, block.plain) for block in blocks]
    return _FRAME % {
        "styles": "".join(_style(kind, *look) for kind, look in _looks().items()),
        "body": "".join(lines),
    }


def _looks() -> Mapping[str, tuple[float, str]]:
    usual = _STYLES[BlockKind.PARAGRAPH]
    return {"address": (10, "normal")} | {
        kind.value: _STYLES.get(kind, usual) for kind in BlockKind
    }


def _style(name: str, size: float, weight: str) -> str:
    return (
        f'<style:style style:name="{name}" style:family="paragraph">'
        f'<style:paragraph-properties fo:margin-bottom="{0 if name == "address" else 6.5}pt"/>'
        f'<style:text-properties style:font-name="Noto Sans" fo:font-size="{size}pt"'
        f' fo:font-weight="{weight}"/></style:style>'
    )


def _paragraph(style: str, text: str) -> str:
    def field(found: re.Match[str]) -> str:
        return (
            '<text:database-display text:database-name="letters" text:table-name="letters"'
            f' text:table-type="table" text:column-name={quoteattr(found[1])}>'
            f"{found[1]}</text:database-display>"
        )

    return f'<text:p text:style-name="{style}">{_MARKER.sub(field, escape(text))}</text:p>'


_FRAME = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Noto Sans" svg:font-family="'Noto Sans'"/>
</office:font-face-decls>
<office:automatic-styles>%(styles)s<style:page-layout style:name="sheet">
<style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin-left="20mm"
 fo:margin-right="34mm" fo:margin-top="45mm" fo:margin-bottom="14mm"/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="sheet"/>
</office:master-styles>
<office:body><office:text>%(body)s</office:text></office:body></office:document>"""
