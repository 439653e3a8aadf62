"""Small PNG files: pictures of windows have few colours, and most of them are hardly seen."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, qRgb

_MOST = 256


def write_small(image: QImage, file: Path) -> None:
    """Write the picture in at most 256 colours; each other one becomes the nearest of them.

    Raises OSError when the file cannot be written.
    """
    if not few_colours(image).save(str(file), "PNG", 0):  # type: ignore[call-overload]
        raise OSError(f"{file} could not be written")


def few_colours(image: QImage) -> QImage:
    """The picture with one byte to a pixel."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(plain.constBits(), np.uint32).reshape(plain.height(), plain.width())
    colours, which, number = np.unique(pixels & 0xFFFFFF, return_inverse=True, return_counts=True)
    kept = _kept(_channels(colours), number)
    nearest = _nearest(_channels(colours), _channels(colours[kept]))
    bytes_ = nearest[which.reshape(pixels.shape)]
    width = -(-plain.width() // 4) * 4  # lines begin at a whole word
    lines = np.zeros((plain.height(), width), np.uint8)
    lines[:, : plain.width()] = bytes_
    made = QImage(
        lines.tobytes(), plain.width(), plain.height(), width, QImage.Format.Format_Indexed8
    ).copy()
    made.setColorTable([qRgb(*(int(part) for part in one)) for one in _channels(colours[kept])])
    made.setDevicePixelRatio(image.devicePixelRatio())
    return made


def _kept(colours: NDArray[np.int32], number: NDArray[np.int64]) -> NDArray[np.int64]:
    """The commonest of each 256 groups of colours alike, so that the many greys at the edges of
    letters do not push out the one green of a badge.
    """
    groups = (colours >> 3) @ np.array([1 << 10, 1 << 5, 1])
    common = np.argsort(-number, kind="stable")
    _groups, first = np.unique(groups[common], return_index=True)
    many = np.bincount(groups, number)[groups[common[first]]]
    return np.sort(common[first][np.argsort(-many, kind="stable")[:_MOST]])


def _channels(colours: NDArray[np.uint32]) -> NDArray[np.int32]:
    parts = [(colours >> shift) & 0xFF for shift in (16, 8, 0)]
    return np.stack(parts, axis=-1).astype(np.int32)


def _nearest(colours: NDArray[np.int32], kept: NDArray[np.int32]) -> NDArray[np.uint8]:
    """For each colour the number of the kept one that differs least, a part at a time."""
    found = np.empty(len(colours), np.uint8)
    for start in range(0, len(colours), 1000):
        part = colours[start : start + 1000, None, :] - kept[None, :, :]
        found[start : start + 1000] = (part * part).sum(axis=2).argmin(axis=1)
    return found
