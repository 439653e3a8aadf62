"""Pictures from outside, made fit for paper: what is kept is made anew and holds points alone."""

from io import BytesIO

from PIL import Image

from mentorapp.domain.picture_errors import PictureTrouble, UnusablePicture

_MOST_BYTES = 5_000_000
_MOST_POINTS, _LONGEST_SIDE = 20_000_000, 8000
#: 60 × 18 mm with 600 points an inch: what the largest place for a picture can use.
KEPT_SIZE = (1418, 426)
_PNG = b"\x89PNG\r\n\x1a\n"
_HEADER = 24


def fit_for_paper(data: bytes) -> bytes:
    """The picture as a PNG of at most ``KEPT_SIZE``, transparency kept, without what else the file
    said (who made it, where, with what). Raises UnusablePicture.

    Its size is read from the first bytes before anything is unpacked: a small file may say that
    it holds more points than the machine has memory for.
    """
    if len(data) > _MOST_BYTES:
        raise UnusablePicture(PictureTrouble.FILE_TOO_LARGE)
    if not data.startswith(_PNG) or len(data) < _HEADER:
        raise UnusablePicture(PictureTrouble.NOT_A_PICTURE)
    width, height = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))
    if max(width, height) > _LONGEST_SIDE or width * height > _MOST_POINTS:
        raise UnusablePicture(PictureTrouble.TOO_MANY_POINTS)
    try:
        with Image.open(BytesIO(data), formats=["PNG"]) as opened:
            image = opened.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as trouble:
        raise UnusablePicture(PictureTrouble.DAMAGED) from trouble
    edges = image.getchannel("A").getbbox()
    if edges is None:
        raise UnusablePicture(PictureTrouble.NOTHING_IN_IT)
    image = image.crop(edges)
    image.thumbnail(KEPT_SIZE, Image.Resampling.LANCZOS)
    if image.getchannel("A").getextrema() == (255, 255):
        image = image.convert("RGB")
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()
