"""On which sides of the sheet a paper is to be printed, as its file says: also to other readers.

Light, so that it can be asked wherever a paper is printed.
"""

_BOTH, _ONE = "/Duplex/DuplexFlipLongEdge", "/Duplex/Simplex"


def told(both: bool | None) -> str:
    """For the preferences of the file; None where it does not matter."""
    if both is None:
        return ""
    return _BOTH if both else _ONE


def both_sides(pdf: bytes) -> bool | None:
    """What ``told`` has said in this file; of any other it is not known."""
    if _BOTH.encode() in pdf:
        return True
    return False if _ONE.encode() in pdf else None
