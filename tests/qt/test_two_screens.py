"""The wall on two screens: without a display, and on an X server where one is pulled out and put back."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stage import ROOT

SCREENS = (("LAPTOP", 0, 1280, 800), ("PROJECTOR", 1280, 1920, 1080))


def run(**environment: str) -> str:
    """Run the tests of two screens; their last lines."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/qt/on_two_screens.py"],
        cwd=ROOT,
        env={**os.environ, "PYTEST_ADDOPTS": "", **environment},  # what the tests around it are told is not meant here
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_two_screens_without_a_display(tmp_path: Path) -> None:
    usual = {"y": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens = [{"name": name, "x": x, "width": width, "height": height, **usual} for name, x, width, height in SCREENS]
    (tmp_path / "two.json").write_text(json.dumps({"screens": screens}), encoding="utf-8")
    environment = {"QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'two.json'}"}
    if "DISPLAY" in os.environ:
        environment["DISPLAY"] = ""
    assert "passed" in run(**environment)


@pytest.fixture
def x_server(tmp_path: Path) -> Iterator[str]:
    """An X server of its own with two monitors. It has to outlive its clients: otherwise it forgets them."""
    if not (shutil.which("Xvfb") and shutil.which("xrandr")):
        pytest.skip("no Xvfb or no xrandr here")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "3200x1080x24", "-noreset", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            display = f":{told.readline().strip()}"
        for name, place, output in (
            ("LAPTOP", "1280/300x800/190+0+0", "screen"),
            ("PROJECTOR", "1920/500x1080/280+1280+0", "none"),
        ):
            command = ["xrandr", "--display", display, "--setmonitor", name, place, output]
            subprocess.run(command, check=True, timeout=20, stdout=subprocess.DEVNULL)
        yield display
    finally:
        server.terminate()
        server.wait(timeout=20)


def test_two_screens_of_which_one_is_pulled_out_and_put_back(x_server: str) -> None:
    told = run(QT_QPA_PLATFORM="xcb", DISPLAY=x_server, QT_SCALE_FACTOR="1")
    assert "skipped" not in told
