from tests.ui.pairing.at_page import page, proposed
from tests.ui.pairs_office import english, pairs_office, settle, worker

__all__ = ["english", "page", "pairs_office", "proposed", "settle", "worker"]
