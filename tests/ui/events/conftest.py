"""A real office and the window's real worker on it."""

from tests.ui.associations.conftest import settle
from tests.ui.pairs_office import english, pairs_office, worker

__all__ = ["english", "pairs_office", "settle", "worker"]
