"""A drawing (SVG) made into points, with nothing fetched from elsewhere."""

import re

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from mentorapp.domain.picture_errors import PictureTrouble, UnusablePicture

#: 60 × 18 mm with 600 points an inch.
_LARGEST = QSize(1418, 426)
_MOST_BYTES = 2_000_000
_BEGINS = re.compile(rb"\s*(<\?xml|<!--|<!DOCTYPE|<svg)", re.IGNORECASE)
#: An entity can be a file, or grow without end; a style sheet and a picture can be an address.
_ELSEWHERE = re.compile(
    r"<!ENTITY|@import|<\?xml-stylesheet"
    r"|href\s*=\s*[\"'](?!\s*(#|data:image/(png|jpe?g)[;,]))\s*[^\"'\s]"
    r"|url\(\s*[\"']?\s*(?!#)[^\"'\s)]",
    re.IGNORECASE,
)


def is_drawing(data: bytes) -> bool:
    """Whether the file begins as a drawing does."""
    return bool(_BEGINS.match(data.removeprefix(b"\xef\xbb\xbf")[:400]))


def as_png(data: bytes) -> bytes:
    """The drawing in its proportions, transparent where nothing is. Raises UnusablePicture."""
    if len(data) > _MOST_BYTES:
        raise UnusablePicture(PictureTrouble.FILE_TOO_LARGE)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        raise UnusablePicture(PictureTrouble.DAMAGED) from trouble
    if _ELSEWHERE.search(re.sub(r'\sxmlns(:\w+)?\s*=\s*("[^"]*"|\'[^\']*\')', " ", text)):
        raise UnusablePicture(PictureTrouble.POINTS_ELSEWHERE)
    renderer = QSvgRenderer(QByteArray(text.encode()))
    size = renderer.viewBoxF().size()
    if not renderer.isValid() or size.isEmpty():
        raise UnusablePicture(PictureTrouble.DAMAGED)
    fitting = size.scaled(_LARGEST.toSizeF(), Qt.AspectRatioMode.KeepAspectRatio).toSize()
    image = QImage(fitting.expandedTo(QSize(1, 1)), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
