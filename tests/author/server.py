"""A client of a language server, as editors have one: it opens texts and hears what is the matter with them."""

import json
import subprocess
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any

PATIENCE = 60


class Server:
    """A running server. `schemas` says which schema goes with which names of files; files may name one themselves."""

    def __init__(self, command: list[str], root: Path, schemas: dict[str, list[str]]) -> None:
        self._settings = {"validate": True, "schemaStore": {"enable": False}, "schemas": schemas}
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root)
        self._heard: Queue[dict[str, Any]] = Queue()
        Thread(target=self._listen, daemon=True).start()
        self._number = 0
        capabilities = {"workspace": {"configuration": True}, "textDocument": {"publishDiagnostics": {}}}
        self._ask("initialize", {"processId": None, "rootUri": root.as_uri(), "capabilities": capabilities})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": {"yaml": self._settings}})

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()

    def faults(self, texts: dict[Path, str]) -> dict[Path, list[str]]:
        """What it says of each text, when that stands under this path."""
        for path, text in texts.items():
            document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
            self._tell("textDocument/didOpen", {"textDocument": document})
        waiting = {path.as_uri(): path for path in texts}
        told: dict[Path, list[str]] = {}
        while waiting.keys() - {path.as_uri() for path in told}:
            message = self._next()
            if message.get("method") == "textDocument/publishDiagnostics":
                said = message["params"]
                if said["uri"] in waiting:
                    told[waiting[said["uri"]]] = [one["message"] for one in said["diagnostics"]]
        return told

    def _ask(self, method: str, params: object) -> Any:
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == self._number and "method" not in message:
                return message["result"]

    def _tell(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _next(self) -> dict[str, Any]:
        """The next message; what the server asks is answered on the way."""
        try:
            message = self._heard.get(timeout=PATIENCE)
        except Empty:
            raise AssertionError("the language server says nothing more") from None
        if "id" in message and "method" in message:
            sections = [one.get("section") for one in message.get("params", {}).get("items", [])]
            configured = [self._settings if section == "yaml" else None for section in sections]
            self._send({"id": message["id"], "result": configured if sections else None})
        return message

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while line := stream.readline():
            length = 0
            while line.strip():
                name, _, value = line.decode().partition(":")
                length = int(value) if name.lower() == "content-length" else length
                line = stream.readline()
            self._heard.put(json.loads(stream.read(length)))
