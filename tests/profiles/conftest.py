"""A quick scrypt: what is tested here is not how long a try takes (test_the_cost_is_what_it_is_said_to_be is)."""

import pytest

from hrtrainer.profiles import keys


@pytest.fixture(autouse=True)
def quick(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "slow" not in request.fixturenames:
        monkeypatch.setattr(keys, "COST", 2**10)


@pytest.fixture
def slow() -> None:
    """Asks for the real cost."""
