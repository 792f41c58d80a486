"""What the tests of sending share: a folder of a person, and no keeper of passwords but a file."""

from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.backends.fail
import pytest

from hrtrainer.history.outbox import Outbox
from hrtrainer.paths import Paths, paths


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The passwords of whoever runs the tests are left alone."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    before = keyring.get_keyring()
    keyring.set_keyring(keyring.backends.fail.Keyring())
    yield
    keyring.set_keyring(before)


@pytest.fixture
def places(tmp_path: Path) -> Paths:
    return paths(tmp_path / "home")


@pytest.fixture
def outbox(places: Paths) -> Iterator[Outbox]:
    box = Outbox(places.outbox)
    yield box
    box.close()
