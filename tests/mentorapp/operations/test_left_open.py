from pathlib import Path

import pytest

from mentorapp.domain.key_errors import TypedTextLost
from mentorapp.domain.protection import Protection
from mentorapp.operations import Database, left_open, unlocking, ways_in
from tests.encrypted_offices import MONAS, OLAS, made, mona, with_ola


def test_a_text_is_read_again_by_whoever_typed_it(tmp_path: Path) -> None:
    database = mona(made(tmp_path / "office.db"))
    aside = left_open.put_aside(database, "Ring etter kl. 16")
    database.close()
    assert aside is not None
    assert b"Ring" not in aside.text
    assert "Ring" not in repr(aside)
    again = unlocking.by_passphrase(database.path, MONAS)
    assert left_open.take_up(again, aside) == "Ring etter kl. 16"
    again.close()


def test_nobody_else_and_no_other_office_gets_it(tmp_path: Path) -> None:
    database = mona(made(tmp_path / "office.db"))
    with_ola(database, Protection.NONE)
    aside = left_open.put_aside(database, "Ring etter kl. 16")
    database.close()
    ola = unlocking.by_passphrase(database.path, OLAS)
    assert left_open.take_up(ola, aside) == ""
    ola.close()
    other = mona(made(tmp_path / "other.db"))
    assert left_open.take_up(other, aside) == ""
    other.close()


def test_after_the_keys_were_changed_meanwhile_it_is_said_that_it_is_lost(tmp_path: Path) -> None:
    database = mona(made(tmp_path / "office.db"))
    aside = left_open.put_aside(database, "Ring etter kl. 16")
    ways_in.renew_recovery_key(database, bytes(range(1, 21)))
    with pytest.raises(TypedTextLost):
        left_open.take_up(database, aside)
    database.close()


def test_nothing_is_put_aside_where_there_is_no_text_or_no_key(
    tmp_path: Path, database: Database
) -> None:
    encrypted = mona(made(tmp_path / "secret.db"))
    assert left_open.put_aside(encrypted, "") is None
    assert left_open.take_up(encrypted, None) == ""
    encrypted.close()
    assert left_open.put_aside(database, "something") is None
