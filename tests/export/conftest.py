"""What the tests of the exports share: the shipped fonts, and accepted files that ACCEPT=1 rewrites."""

import importlib.util
import os
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from tests.export.rendering import DRAWING

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def fonts() -> Path:
    return HERE.parents[1] / "assets" / "fonts"


@pytest.fixture(scope="session")
def sample() -> ModuleType:
    """The summaries of sample.py, found by place, so that no other room's sample can stand in for it."""
    spec = importlib.util.spec_from_file_location("export_sample", HERE / "sample.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def accepted() -> Callable[[str, bytes], None]:
    """Compare with the accepted file of that name; with ACCEPT=1 in the environment write it instead.

    What a drawing in a web page is made of stands in none of them: it is compared with the drawing itself.
    """

    def check(name: str, found: bytes) -> None:
        path, found = HERE / "accepted" / name, DRAWING.sub(b"", found)
        if os.environ.get("ACCEPT") == "1":
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(found)
        assert path.exists(), f"no accepted file {name}; run with ACCEPT=1 and read the difference"
        assert path.read_bytes().replace(b"\r\n", b"\n") == found, f"{name} has changed; run with ACCEPT=1 if it should"

    return check
