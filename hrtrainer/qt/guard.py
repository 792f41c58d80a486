"""Guarding what Qt calls: an exception that leaves a Python override can end the process on Python 3.11."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def guarded(default: Any = None) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make an override safe: an exception in it goes to sys.excepthook, and Qt gets `default` (called, if callable)."""

    def around(method: Callable[P, R]) -> Callable[P, R]:
        @wraps(method)
        def safe(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                return method(*args, **kwargs)
            except Exception:
                sys.excepthook(*sys.exc_info())
                return default() if callable(default) else default  # type: ignore[no-any-return]

        safe.__guarded__ = True  # type: ignore[attr-defined]
        return safe

    return around
