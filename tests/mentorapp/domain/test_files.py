import errno

import pytest

from mentorapp.domain.errors import FileTrouble
from mentorapp.domain.files import trouble_of


@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (errno.ENOENT, FileTrouble.NOT_THERE),
        (errno.EACCES, FileTrouble.NO_PERMISSION),
        (errno.EROFS, FileTrouble.READ_ONLY),
        (errno.ENOSPC, FileTrouble.FULL),
        (errno.EISDIR, FileTrouble.IS_FOLDER),
        (errno.EIO, FileTrouble.OTHER),
    ],
)
def test_what_the_system_says_is_one_of_our_words(number: int, trouble: FileTrouble) -> None:
    assert trouble_of(OSError(number, "said in some language")) is trouble


def test_an_error_without_a_number_is_some_other_trouble() -> None:
    assert trouble_of(OSError()) is FileTrouble.OTHER
