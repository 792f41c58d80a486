"""A store in SQLite for Ralph, for tests only: Ralph's own store in a file takes one write and refuses the second."""

import json
import os
import sqlite3
from collections.abc import Iterable
from typing import Any

from ralph.backends.lrs.base import RalphStatementsQuery, StatementQueryResult
from ralph.backends.lrs.fs import FSLRSBackend


class SQLiteLRSBackend(FSLRSBackend):
    """Keeps each statement once, in the order of its coming."""

    def _open(self) -> sqlite3.Connection:
        file = sqlite3.connect(os.environ["RALPH_SQLITE"], timeout=30)
        file.execute("CREATE TABLE IF NOT EXISTS statement(seq INTEGER PRIMARY KEY, id TEXT UNIQUE, body TEXT)")
        return file

    def write(self, data: Iterable[dict[str, Any]], *_: Any, **__: Any) -> int:
        rows = [(one["id"], json.dumps(one)) for one in data]
        with self._open() as file:
            file.executemany("INSERT INTO statement(id, body) VALUES(?, ?)", rows)
        file.close()
        return len(rows)

    def query_statements(self, params: RalphStatementsQuery, target: str | None = None) -> StatementQueryResult:
        wanted = getattr(params, "statementId", None) or params.statement_id
        if wanted:
            return StatementQueryResult(self.query_statements_by_ids([str(wanted)]))
        file = self._open()
        after = int(params.search_after or 0)
        query = "SELECT seq, body FROM statement WHERE seq>? ORDER BY seq LIMIT ?"
        rows = file.execute(query, (after, params.limit)).fetchall()
        file.close()
        return StatementQueryResult([json.loads(body) for _, body in rows], None, str(rows[-1][0]) if rows else None)

    def query_statements_by_ids(self, ids: list[str], target: str | None = None) -> list[dict[str, Any]]:
        file = self._open()
        found = []
        for at in range(0, len(ids), 500):
            some = ids[at : at + 500]
            query = f"SELECT body FROM statement WHERE id IN ({','.join('?' * len(some))})"
            found += [json.loads(body) for (body,) in file.execute(query, some)]
        file.close()
        return found
