"""Pictures of the office: one for each place, their bytes gone with them."""

from dataclasses import replace

import pytest

from mentorapp.domain.errors import NotFound
from mentorapp.domain.office_pictures import PictureUse
from mentorapp.operations import Database, office_pictures, offices
from mentorapp.storage import stored_files
from tests.pictures import a_png


def test_a_new_logo_takes_the_place_of_the_old_whose_bytes_are_gone(database: Database) -> None:
    first, second = (office_pictures.fit_for_paper(a_png(width, 60)) for width in (60, 90))
    with database.write("mona") as tx:
        old = office_pictures.put(tx, PictureUse.LOGO, first)
        new = office_pictures.put(tx, PictureUse.LOGO, second)
    with database.read() as tx:
        assert office_pictures.read(tx).logo == second
        assert stored_files.which(tx, [old.id, new.id]) == {new.id}
    with database.write("mona") as tx:
        office_pictures.remove(tx, PictureUse.LOGO)
        assert office_pictures.read(tx).logo == b""
        assert stored_files.which(tx, [new.id]) == set()


def test_only_coordinators_have_a_signature(database: Database) -> None:
    png = office_pictures.fit_for_paper(a_png(60, 20))
    with database.write("mona") as tx:
        offices.save(tx, replace(offices.read(tx), coordinators=("Mona", "Leif")))
        office_pictures.put(tx, PictureUse.SIGNATURE, png, "Mona")
        with pytest.raises(NotFound):
            office_pictures.put(tx, PictureUse.SIGNATURE, png, "Ola")
        assert set(office_pictures.read(tx).signatures) == {"Mona"}
