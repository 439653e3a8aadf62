"""Refusals of pictures as sentences; see ``refusals``."""

from collections.abc import Callable

from mentorapp.domain.errors import Refused
from mentorapp.domain.picture_errors import PictureTrouble, UnusablePicture
from mentorapp.words import N_, Words

_TROUBLES = {
    PictureTrouble.NOT_A_PICTURE: N_(
        "The file is no PNG picture. Save the picture as PNG and choose that file; the window "
        "takes SVG as well."
    ),
    PictureTrouble.FILE_TOO_LARGE: N_("The file is larger than 5 MB. Save the picture smaller."),
    PictureTrouble.TOO_MANY_POINTS: N_(
        "The picture has too many points: at most 8000 in width and height and 20 million in all."
    ),
    PictureTrouble.DAMAGED: N_("The picture is damaged and cannot be read."),
    PictureTrouble.NOTHING_IN_IT: N_("There is nothing to be seen in the picture."),
    PictureTrouble.POINTS_ELSEWHERE: N_(
        "The drawing fetches parts from other files. Save it as PNG, or with all its parts in it."
    ),
}


def _unusable(words: Words, e: UnusablePicture) -> str:
    return words.text(_TROUBLES[e.trouble])


PICTURE_SENTENCES: dict[type[Refused], Callable[..., str]] = {UnusablePicture: _unusable}
