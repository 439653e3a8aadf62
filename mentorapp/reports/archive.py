"""What an archive asks of a file beside its pages: PDF/A-2, level U, and that it is tagged.

Said in the catalogue, in the metadata that every reader finds (XMP) and by a colour space, so that
colours mean the same on every machine. No date stands in it: equal input gives equal bytes.
"""

from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFInfo,
    PDFString,
)

import resources
from mentorapp.reports import sides
from mentorapp.reports.structure import told
from mentorapp.reports.written import Raw, packed, stream

VERSION = (1, 7)

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>U</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


class Info(PDFInfo):
    """Title, office and program: ReportLab's own would tell a date that is not true."""

    def format(self, document: PDFDocument) -> bytes:
        said = {
            "Title": self.title,
            "Author": self.author,
            "Creator": self.creator,
            "Producer": self.producer,
        }
        entries = {name: PDFString(text) for name, text in said.items() if text}
        return PDFDictionary(entries).format(document)


def describe(document: Any, language: str, both: bool | None) -> None:  # noqa: ANN401 - ReportLab's
    """Put all of it into a document that is about to be written.

    Whoever prints the file is asked for its full size (the address stands in a window), and for
    the sides of the sheet that ``both`` says (``sides``).
    """
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    wishes = f"<</DisplayDocTitle true/PrintScaling/None{sides.told(both)}>>"
    catalog.ViewerPreferences = Raw(wishes.encode())
    catalog.OutputIntents = PDFArray([_colours(document)])
    info = document.info
    packet = _XMP.format(
        title=escape(info.title),
        author=escape(info.author),
        language=escape(language),
        producer=escape(info.producer),
        creator=escape(info.creator),
    ).encode()
    catalog.Metadata = Raw(stream("/Type/Metadata/Subtype/XML", packet))


def _colours(document: Any) -> Raw:  # noqa: ANN401 - ReportLab's
    profile = Raw(_profile())
    document.Reference(profile)
    return Raw(
        f"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier {told('sRGB')}"
        f"/Info {told('sRGB')}/DestOutputProfile {document.objectcounter} 0 R>>".encode()
    )


@cache
def _profile() -> bytes:
    return packed("/N 3", resources.path("colour/srgb.icc").read_bytes())
