"""The one way out to the network: a question to a record store and its answer. Nothing else in the program has one.

Certificates are verified, no redirect is followed (the password would go along), and plain http reaches this computer
only (`store.checked`).
"""

import base64
import http.client
import socket
import ssl
import time
from contextlib import suppress
from typing import NamedTuple
from urllib.parse import urlsplit

from hrtrainer.problem import Problem

_TO_CONNECT, _SECONDS, _MOST_SECONDS, _MOST_BYTES, _CHUNK = 5.0, 15.0, 60.0, 2_000_000, 65_536
_OFFLINE = "Nothing is lost; it is tried again by itself."


class Answer(NamedTuple):
    """What came back. `retry_after` is the header of that name, or empty."""

    status: int
    body: bytes
    retry_after: str


class Wire:
    """A connection to one record store, opened when it is needed."""

    def __init__(self, endpoint: str, user: str, password: str, version: str) -> None:
        """`endpoint` is as `store.checked` gives it."""
        parts = urlsplit(endpoint)
        self._path, self._host = parts.path, parts.hostname or ""
        self._port, self._tls = parts.port, parts.scheme == "https"
        token = base64.b64encode(f"{user}:{password}".encode()).decode()
        self._headers = {
            "Authorization": f"Basic {token}",
            "X-Experience-API-Version": version,
            "Content-Type": "application/json",
        }
        self._open: http.client.HTTPConnection | None = None

    def post(self, path: str, body: bytes) -> Answer:
        """Send something. Raises Problem N02 when there is no answer, N03 when it is not known who answers."""
        return self._asked("POST", path, body)

    def get(self, path: str) -> Answer:
        """Ask for something. Raises as `post` does."""
        return self._asked("GET", path, None)

    def close(self) -> None:
        """Hang up."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def hang_up(self) -> None:
        """End what is being asked, from another thread: whoever asks hears that there was no answer."""
        asking = self._open
        if asking is not None and asking.sock is not None:
            with suppress(OSError):
                asking.sock.shutdown(socket.SHUT_RDWR)

    def _asked(self, verb: str, path: str, body: bytes | None) -> Answer:
        used = self._open is not None
        try:
            try:
                return self._once(verb, path, body)
            except (ConnectionError, http.client.BadStatusLine):
                self.close()
                if not used:  # a connection that was used may have been hung up meanwhile: that is no trouble yet
                    raise
                return self._once(verb, path, body)
        except ssl.SSLError as error:
            self.close()
            why = error.verify_message if isinstance(error, ssl.SSLCertVerificationError) else "no safe connection"
            hint = "Nothing was sent. Ask your organisation about the certificate of its record store."
            raise Problem("N03", f"It is not certain that this is the record store ({why}).", hint) from error
        except TimeoutError as error:
            self.close()
            raise Problem("N02", "The record store did not answer in time.", _OFFLINE) from error
        except (OSError, http.client.HTTPException, UnicodeError) as error:
            self.close()
            raise Problem("N02", "The record store cannot be reached.", _OFFLINE) from error

    def _once(self, verb: str, path: str, body: bytes | None) -> Answer:
        if self._open is None:
            self._open = self._connection()
            self._open.connect()
            self._open.sock.settimeout(_SECONDS)
        self._open.request(verb, f"{self._path}{path}", body, self._headers)
        response = self._open.getresponse()
        found = _read(response)
        if response.will_close or not response.isclosed():
            self.close()
        return Answer(response.status, found, response.headers.get("Retry-After", ""))

    def _connection(self) -> http.client.HTTPConnection:
        if self._tls:
            safe = ssl.create_default_context()
            return http.client.HTTPSConnection(self._host, self._port, timeout=_TO_CONNECT, context=safe)
        return http.client.HTTPConnection(self._host, self._port, timeout=_TO_CONNECT)


def _read(response: http.client.HTTPResponse) -> bytes:
    """What an answer says, as far as there is patience for it."""
    found, until = b"", time.monotonic() + _MOST_SECONDS
    with suppress(http.client.IncompleteRead):  # the status alone counts
        while len(found) < _MOST_BYTES and (piece := response.read(_CHUNK)):
            found += piece
            if time.monotonic() > until:
                raise TimeoutError
    return found
