from datetime import date

import pytest

from mentorapp.domain.standard_schemes import standard_schemes
from mentorapp.exchange.cells import Context
from mentorapp.exchange.rows import scheme_names


@pytest.fixture
def context() -> Context:
    return Context(today=date(2026, 11, 23), schemes=scheme_names(standard_schemes()))
