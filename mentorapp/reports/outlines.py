"""The shape of a glyph as a path of the PDF, for what cannot be set as text where it belongs."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import uharfbuzz


def outline(face: "uharfbuzz.Font", glyph: int) -> str:
    """Path operators without the painting one, in thousandths; empty for an empty glyph."""
    import uharfbuzz

    said: list[str] = []

    def move(x: float, y: float, _data: object) -> None:
        said.append(f"{x:g} {y:g} m")

    def line(x: float, y: float, _data: object) -> None:
        said.append(f"{x:g} {y:g} l")

    def cubic(*at: float) -> None:
        said.append(" ".join(f"{one:.5g}" for one in at[:6]) + " c")

    def close(_data: object) -> None:
        said.append("h")

    # Without a function for curves with one handle, HarfBuzz gives those with two.
    functions = uharfbuzz.DrawFuncs()
    functions.set_move_to_func(move)
    functions.set_line_to_func(line)
    functions.set_cubic_to_func(cubic)
    functions.set_close_path_func(close)
    face.draw_glyph(glyph, functions, None)
    return " ".join(said)
