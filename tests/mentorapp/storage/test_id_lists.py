"""Lists of ids beside an office: nothing in them is lost, and nobody else on the PC reads them."""

import os
from pathlib import Path
from stat import S_IMODE
from uuid import uuid4

import pytest

from mentorapp.storage import id_lists


@pytest.mark.parametrize("torn", [b"people 0123", b"peo", b"\x00\x00\x00"])
def test_a_line_that_a_power_cut_tore_takes_no_other_with_it(tmp_path: Path, torn: bytes) -> None:
    path, before, since = tmp_path / "list", uuid4(), uuid4()
    id_lists.append(path, [("people", before)])
    with path.open("ab") as file:
        file.write(torn)
    id_lists.append(path, [("people", since)])
    assert id_lists.read(path) == [("people", before), ("people", since)]


def test_no_line_is_empty_where_none_was_torn(tmp_path: Path) -> None:
    path, one, other = tmp_path / "list", uuid4(), uuid4()
    id_lists.append(path, [("people", one)])
    id_lists.append(path, [("people", other)])
    assert path.read_bytes() == f"people {one.hex}\npeople {other.hex}\n".encode()


@pytest.mark.skipif(os.name == "nt", reason="the folder says there who may read")
def test_a_list_is_its_owners_alone_as_the_office_is(tmp_path: Path) -> None:
    added, written = tmp_path / "added", tmp_path / "written"
    id_lists.append(added, [("people", uuid4())])
    id_lists.write(written, [("people", uuid4())])
    assert [S_IMODE(one.stat().st_mode) for one in (added, written)] == [0o600, 0o600]
