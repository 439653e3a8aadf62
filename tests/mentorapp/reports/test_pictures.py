import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from mentorapp.domain.picture_errors import PictureTrouble, UnusablePicture
from mentorapp.reports.pictures import KEPT_SIZE, fit_for_paper
from tests.pictures import a_png


def opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png))


def claiming(width: int, height: int) -> bytes:
    """A file of some bytes that says it holds so many points."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    chunk = struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))
    return b"\x89PNG\r\n\x1a\n" + chunk


def test_a_large_picture_is_kept_as_small_as_paper_needs_and_in_its_proportions() -> None:
    kept = opened(fit_for_paper(a_png(4000, 1000)))
    assert kept.size[0] / kept.size[1] == pytest.approx(4, abs=0.02)
    assert kept.size[0] == KEPT_SIZE[0]
    assert opened(fit_for_paper(a_png(200, 60))).size == (200, 60)


def test_what_is_transparent_stays_and_empty_edges_go() -> None:
    kept = opened(fit_for_paper(a_png(300, 90, alpha=True)))
    assert kept.size == (150, 90)
    round_one = Image.new("RGBA", (90, 90), (0, 0, 0, 0))
    round_one.paste((9, 9, 9, 255), (0, 0, 90, 45))
    round_one.paste((9, 9, 9, 255), (40, 45, 90, 90))
    out = BytesIO()
    round_one.save(out, "PNG")
    assert opened(fit_for_paper(out.getvalue())).getpixel((10, 80)) == (0, 0, 0, 0)


def test_what_else_a_file_says_is_not_kept_and_the_same_picture_gives_the_same_bytes() -> None:
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", "Ola Nordmann")
    out = BytesIO()
    Image.new("RGB", (60, 60), "red").save(out, "PNG", pnginfo=told)
    kept = fit_for_paper(out.getvalue())
    assert b"Nordmann" in out.getvalue()
    assert b"Nordmann" not in kept
    assert kept == fit_for_paper(out.getvalue()) == fit_for_paper(kept)


def transparent() -> bytes:
    out = BytesIO()
    Image.new("RGBA", (9, 9), (0, 0, 0, 0)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"", PictureTrouble.NOT_A_PICTURE),
        (b"GIF89a" + b"\0" * 99, PictureTrouble.NOT_A_PICTURE),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", PictureTrouble.NOT_A_PICTURE),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 5_000_000, PictureTrouble.FILE_TOO_LARGE),
        (claiming(60_000, 60_000), PictureTrouble.TOO_MANY_POINTS),
        (claiming(9_000, 10), PictureTrouble.TOO_MANY_POINTS),
        (claiming(100, 100), PictureTrouble.DAMAGED),
        (a_png(100, 100)[:-40], PictureTrouble.DAMAGED),
        (transparent(), PictureTrouble.NOTHING_IN_IT),
    ],
)
def test_what_cannot_stand_on_paper_is_refused_before_it_takes_memory(
    data: bytes, trouble: PictureTrouble
) -> None:
    with pytest.raises(UnusablePicture) as refused:
        fit_for_paper(data)
    assert refused.value.trouble is trouble
