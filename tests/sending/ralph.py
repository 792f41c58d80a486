"""Ralph, a real record store, in an environment of its own: installed, started on this computer, and looked into.

RALPH names the folder of that environment; it is made there when it is not there yet. The program knows nothing of it.
"""

import base64
import http.client
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import create_server
from typing import Any

import pytest

HERE = Path(__file__).parent
WANTED = ("ralph-malph[lrs,cli]==5.1.0", "requests")  # requests is used by it, and not named as needed
USER, PASSWORD = "ws01", "s3cret"
_STRICT = """
import json, sys
from ralph.models.xapi.base.statements import BaseXapiStatement
for one in json.load(sys.stdin):
    try:
        BaseXapiStatement(**one)
    except Exception as odd:
        print(one["id"], odd)
"""


def installed() -> Path:
    """The folder of Ralph's programs. Skips the test that asks where it cannot be had."""
    named = os.environ.get("RALPH", "")
    if not named:
        pytest.skip("RALPH does not name a folder for the record store to be installed in")
    home = Path(named).resolve()
    programs = home / ("Scripts" if os.name == "nt" else "bin")
    if not (home / "ready").exists():
        made = subprocess.run([sys.executable, "-m", "venv", str(home)], capture_output=True)
        pip = [str(programs / "python"), "-m", "pip", "install", "--quiet", *WANTED]
        if made.returncode or subprocess.run(pip, capture_output=True, timeout=300).returncode:
            pytest.skip("Ralph cannot be installed here: no way to its packages")
        (home / "ready").touch()
    return programs


def oddities(programs: Path, statements: list[dict[str, Any]]) -> str:
    """What Ralph's strict models have against statements."""
    done = subprocess.run(
        [programs / "python", "-c", _STRICT], input=json.dumps(statements), capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


class Ralph:
    """A running one."""

    def __init__(self, port: int) -> None:
        self.port = port

    def all(self) -> list[dict[str, Any]]:
        """Every statement that it holds, page by page."""
        found: list[dict[str, Any]] = []
        path = "/xAPI/statements?limit=100"
        while path:
            page = self.asked(path)
            found += page["statements"]
            path = page.get("more", "")
        return found

    def asked(self, path: str) -> Any:
        token = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", path, headers={"Authorization": f"Basic {token}"})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        assert answer.status == 200, body
        return json.loads(body)


@contextmanager
def running(programs: Path, folder: Path) -> Iterator[Ralph]:
    """Ralph on this computer alone, with a user who may write and read."""
    folder.mkdir()
    environment = os.environ | {
        "PYTHONPATH": str(HERE / "ralph_sqlite"),
        "RALPH_APP_DIR": str(folder),
        "RALPH_RUNSERVER_BACKEND": "sqlite",
        "RALPH_SQLITE": str(folder / "statements.sqlite"),
        "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(folder),
        "RALPH_SENTRY_DSN": "",
    }
    auth = [
        programs / "ralph",
        "auth",
        "-u",
        USER,
        "-p",
        PASSWORD,
        "-s",
        "all",
        "-A",
        USER,
        "https://example.org",
        "-w",
    ]
    subprocess.run(auth, env=environment, check=True, capture_output=True, timeout=60)
    with create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    serve = [programs / "python", "-m", "uvicorn", "ralph.api:app", "--host", "127.0.0.1", "--port", str(port)]
    with open(folder / "log", "wb") as log:
        server = subprocess.Popen(
            [*serve, "--log-level", "warning"], env=environment, cwd=folder, stdout=log, stderr=log
        )
    try:
        _wait(port, server, folder)
        yield Ralph(port)
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait(port: int, server: subprocess.Popen[bytes], folder: Path) -> None:
    until = time.monotonic() + 60
    while True:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/__heartbeat__")
            assert connection.getresponse().status == 200
            connection.close()
            return
        except OSError:
            assert server.poll() is None and time.monotonic() < until, (folder / "log").read_text()
            time.sleep(0.1)
