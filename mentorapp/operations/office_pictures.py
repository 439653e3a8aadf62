"""Pictures on the office's papers: its logo, and the hand of each coordinator who signs."""

from mentorapp.domain.accounts import Right
from mentorapp.domain.errors import NotFound
from mentorapp.domain.office_pictures import OfficePicture, Pictures, PictureUse
from mentorapp.operations import offices
from mentorapp.operations.intention import intention
from mentorapp.storage import records, stored_files
from mentorapp.storage.database import Transaction


def fit_for_paper(data: bytes) -> bytes:
    """The picture as it is kept; touches no database. Raises UnusablePicture."""
    from mentorapp.reports.pictures import fit_for_paper

    return fit_for_paper(data)


def read(tx: Transaction) -> Pictures:
    """What stands on the letters today. The hand of who is no coordinator any more does not."""
    names = offices.read(tx).coordinators
    logo, signatures = b"", {}
    for one in records.find(tx, OfficePicture):
        png = stored_files.read(tx, one.id) or b""
        if one.use is PictureUse.LOGO:
            logo = png
        elif png and one.coordinator in names:
            signatures[one.coordinator] = png
    return Pictures(logo=logo, signatures=signatures)


@intention(needs=Right.SETTINGS)
def put(tx: Transaction, use: PictureUse, png: bytes, coordinator: str = "") -> OfficePicture:
    """Let this picture stand there from now on; ``png`` is what ``fit_for_paper`` gave.

    Raises NotFound for a signature of nobody who is a coordinator.
    """
    names = offices.read(tx).coordinators
    if use is PictureUse.SIGNATURE and coordinator not in names:
        raise NotFound("coordinator", coordinator, names)
    _take_away(tx, use, coordinator)
    picture = records.add(tx, OfficePicture(use=use, coordinator=coordinator))
    stored_files.keep(tx, {picture.id: png})
    return picture


@intention(needs=Right.SETTINGS)
def remove(tx: Transaction, use: PictureUse, coordinator: str = "") -> None:
    """Let no picture stand there."""
    _take_away(tx, use, coordinator)


def _take_away(tx: Transaction, use: PictureUse, coordinator: str) -> None:
    there = records.find(tx, OfficePicture, use=use.value, coordinator=coordinator)
    for one in there:
        records.remove(tx, one)
    stored_files.remove(tx, [one.id for one in there])
