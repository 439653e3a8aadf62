"""An encrypted office for tests, whose passphrases are stretched as little as is allowed."""

from pathlib import Path

from mentorapp.domain.office import Office
from mentorapp.operations import keys
from mentorapp.operations.offices import NewOffice
from mentorapp.storage.key_slots import Stretching

#: The tests are about what opens, not about how slowly.
QUICK = Stretching("00" * 16, memory=8 * 1024, passes=1, lanes=1)
PASSPHRASE = "fire våte sokker i regn"
#: Mona's recovery key.
MONAS = bytes(range(20))


def made(path: Path) -> Path:
    """Mona's office, closed: she is coordinator and administrator and handles protected people."""
    new = NewOffice(path, Office(name="Lillevik"), ("buddy",))
    keys.make(new, keys.FirstWays("Mona", PASSPHRASE, MONAS), QUICK).close()
    return path
