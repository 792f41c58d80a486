"""A way to a server on which connections are cut: in the middle of what is sent, or before the answer comes back."""

import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from socket import SHUT_RDWR, create_connection, create_server, socket

_WHOLE = 10**12


class Cutting:
    """Hands on what comes to `port`. While `cutting`, most connections end after a while; `cuts` counts them."""

    def __init__(self, port: int, seed: int) -> None:
        self._to, self._lots = port, random.Random(seed)
        self._ear = create_server(("127.0.0.1", 0))
        self.port = self._ear.getsockname()[1]
        self.cutting, self.cuts = True, 0
        self._threads = [threading.Thread(target=self._listen)]
        self._threads[0].start()

    def stop(self) -> None:
        with suppress(OSError):
            self._ear.shutdown(SHUT_RDWR)
        for thread in self._threads:
            thread.join()
        self._ear.close()

    def _listen(self) -> None:
        while True:
            try:
                caller, _ = self._ear.accept()
            except OSError:
                return
            there, back = _WHOLE, _WHOLE
            if self.cutting and self._lots.random() < 0.8:
                if self._lots.random() < 0.5:
                    there = self._lots.randrange(100_000, 1_500_000)
                else:
                    back = self._lots.randrange(20_000)  # the store has kept a batch, and nobody hears of it
            thread = threading.Thread(target=self._hand_on, args=(caller, there, back))
            self._threads.append(thread)
            thread.start()

    def _hand_on(self, caller: socket, there: int, back: int) -> None:
        with caller, create_connection(("127.0.0.1", self._to)) as server:
            answers = threading.Thread(target=self._pump, args=(server, caller, back))
            answers.start()
            self._pump(caller, server, there)
            answers.join()

    def _pump(self, source: socket, target: socket, most: int) -> None:
        with suppress(OSError):
            while most > 0 and (data := source.recv(65_536)):
                target.sendall(data[:most])
                most -= len(data)
        self.cuts += most <= 0
        for one in (source, target):
            with suppress(OSError):
                one.shutdown(SHUT_RDWR)


@contextmanager
def cut_now_and_then(port: int, seed: int) -> Iterator[Cutting]:
    way = Cutting(port, seed)
    try:
        yield way
    finally:
        way.stop()
