"""Pictures made for tests."""

from io import BytesIO

from PIL import Image


def a_png(width: int, height: int, *, alpha: bool = False) -> bytes:
    """A filled picture; with ``alpha`` only its left half."""
    image = Image.new("RGBA", (width, height), (29, 95, 168, 255))
    if alpha:
        image.paste((0, 0, 0, 0), (width // 2, 0, width, height))
    out = BytesIO()
    (image if alpha else image.convert("RGB")).save(out, "PNG")
    return out.getvalue()
