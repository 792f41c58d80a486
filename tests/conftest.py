"""What every test may ask for: the shipped reference data and scenarios, read once."""

import signal
from collections.abc import Mapping
from pathlib import Path
from tempfile import gettempdir

import pytest
from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir

from hrtrainer.scenario.known import Known
from hrtrainer.scenario.library import read_file
from hrtrainer.scenario.lookup import Reference
from hrtrainer.scenario.reader import Reading
from hrtrainer.shipped import read_reference
from tests.stage import ASSETS, SCENARIOS, SHIPPED

set_hypothesis_home_dir(str(Path(gettempdir()) / "hrtrainer-hypothesis"))
settings.register_profile("hrtrainer", derandomize=True, print_blob=True, deadline=None, database=None)
settings.load_profile("hrtrainer")


def pytest_report_header() -> str:
    """Say how the examples of the property tests are drawn."""
    return "property tests: hypothesis profile 'hrtrainer', derandomized: the same examples in every run"


def pytest_configure() -> None:
    """Ctrl+C works in what the tests start, too, when a shell that ignores it in the background runs them."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def reference() -> Reference:
    """Everything shipped that scenarios lean on."""
    return read_reference(ASSETS)


@pytest.fixture(scope="session")
def known(reference: Reference) -> Known:
    """The names that scenarios may use."""
    return reference.known


@pytest.fixture(scope="session")
def scenarios(known: Known) -> Mapping[str, Reading]:
    """The readings of the shipped scenarios by file name without ending."""
    return {name: read_file(SCENARIOS / f"{name}.yaml", known) for name in SHIPPED}
