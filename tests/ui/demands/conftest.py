"""The office with the crane operator."""

from tests.ui.crane_office import tesfay
from tests.ui.pairs_office import english, pairs_office, settle, worker

__all__ = ["english", "pairs_office", "settle", "tesfay", "worker"]
