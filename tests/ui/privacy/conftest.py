from tests.ui.pairs_office import english, pairs_office, settle, worker
from tests.ui.privacy.due_list import left, shown

__all__ = ["english", "left", "pairs_office", "settle", "shown", "worker"]
