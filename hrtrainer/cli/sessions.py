"""hrtrainer sessions: what was kept."""

import json
import sys
from argparse import Namespace
from dataclasses import asdict

from hrtrainer import words as say
from hrtrainer.cli.ground import Ground
from hrtrainer.cli.kept import history_to_read
from hrtrainer.history.rows import SessionRow


def sessions(ground: Ground, words: Namespace) -> int:
    """Print the kept sessions, the newest first, or as JSON (times in milliseconds since 1970, UTC)."""
    rows: tuple[SessionRow, ...] = ()
    if ground.paths.history.exists():
        history = history_to_read(ground)
        try:
            rows = history.sessions()
        finally:
            history.close()
    if words.json:
        json.dump([asdict(row) for row in rows], sys.stdout, indent=2)
        print()
        return 0
    if not rows:
        print("No conversations yet.")
    for row in rows:
        ending = say.KINDS.get(row.ending_kind or "", "not ended")
        print(f"{row.key}  {say.day(row.started)}  {row.title} · {say.count(row.turns, 'turn')} · {ending}")
    return 0
