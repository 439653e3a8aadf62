from tests.ui.pairs_office import english, pairs_office, settle, worker

__all__ = ["english", "pairs_office", "settle", "worker"]
