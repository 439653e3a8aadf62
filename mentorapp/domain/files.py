"""What the operating system says about a file, as one of our words."""

import errno

from mentorapp.domain.errors import FileTrouble

_TROUBLES = {
    errno.ENOENT: FileTrouble.NOT_THERE,
    errno.ENOTDIR: FileTrouble.NOT_A_FOLDER,
    errno.EEXIST: FileTrouble.NOT_A_FOLDER,
    errno.ENAMETOOLONG: FileTrouble.NOT_THERE,
    errno.EACCES: FileTrouble.NO_PERMISSION,
    errno.EPERM: FileTrouble.NO_PERMISSION,
    errno.EROFS: FileTrouble.READ_ONLY,
    errno.ENOSPC: FileTrouble.FULL,
    errno.EFBIG: FileTrouble.FULL,
    errno.EISDIR: FileTrouble.IS_FOLDER,
}


def trouble_of(error: OSError) -> FileTrouble:
    """Why the file could not be read or written."""
    return _TROUBLES.get(error.errno or 0, FileTrouble.OTHER)
