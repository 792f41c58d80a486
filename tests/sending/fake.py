"""A record store in this process, as strict as some are: it refuses a whole batch when one of it is known.

What goes wrong is asked of `faults`, which gets the path and the body of each POST and may answer in its place.
"""

import base64
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

CUT, CUT_AFTER = "cut", "cut after it was kept"
Fault = tuple[int, dict[str, str]] | str | None


class Fake(ThreadingHTTPServer):
    """`kept` is what it holds by id; `asked` counts questions; `most` is how large a body may be."""

    daemon_threads = True

    def __init__(self, strict: bool = True) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.strict, self.most, self.password, self.may_read = strict, 2_000_000, "pass", True
        self.kept: dict[str, dict[str, Any]] = {}
        self.faults: Callable[[int, list[dict[str, Any]]], Fault] = lambda number, batch: None
        self.posts: list[int] = []
        self.headers: list[dict[str, str]] = []
        self.lock = threading.Lock()

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/xapi"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A caller that hangs up is no matter of ours."""


@contextmanager
def fake(strict: bool = True) -> Iterator[Fake]:
    server = Fake(strict)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: Fake
    protocol_version, wbufsize = "HTTP/1.1", 65_536  # an answer in one piece: in two it waits for an acknowledgement

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        batch = json.loads(body)
        with self.server.lock:
            self.server.posts.append(len(batch))
            self.server.headers.append(dict(self.headers.items()))
            fault = self.server.faults(len(self.server.posts), batch)
            if fault == CUT:
                return self._cut()
            if isinstance(fault, tuple):
                return self._say(*fault)
            status = self._keep(batch, len(body))
        if fault == CUT_AFTER:
            return self._cut()
        return self._say(status, {})

    def _keep(self, batch: list[dict[str, Any]], size: int) -> int:
        if not self._knows():
            return 401
        if size > self.server.most:
            return 413
        if any(one.get("odd") for one in batch):
            return 400
        known = [one for one in batch if one["id"] in self.server.kept]
        if known and (self.server.strict or any(self.server.kept[one["id"]] != one for one in known)):
            return 409
        self.server.kept |= {one["id"]: one for one in batch}
        return 200

    def do_GET(self) -> None:
        asked = parse_qs(urlsplit(self.path).query)
        with self.server.lock:
            if not self._knows() or not self.server.may_read:
                return self._say(401, {})
            if "statementId" not in asked:
                return self._say(200, {}, {"statements": list(self.server.kept.values())[:1], "more": ""})
            found = self.server.kept.get(asked["statementId"][0])
            if found is None:
                return self._say(404, {})
            told = found | {"stored": "2026-11-21T10:00:00Z", "authority": {"mbox": "mailto:a@example.org"}}
            return self._say(200, {}, {"timestamp": told["stored"]} | told)

    def _knows(self) -> bool:
        token = base64.b64encode(f"ws01:{self.server.password}".encode()).decode()
        return self.headers["Authorization"] == f"Basic {token}"

    def _say(self, status: int, headers: dict[str, str], value: Any = None) -> None:
        data = b"" if value is None else json.dumps(value).encode()
        self.send_response(status)
        for name, text in headers.items():
            self.send_header(name, text)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _cut(self) -> None:
        self.close_connection = True
        self.connection.close()
