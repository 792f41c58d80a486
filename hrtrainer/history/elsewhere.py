"""A copy of everything at another place, for a history whose own file cannot be written to, and back from there."""

import sqlite3
from contextlib import closing
from pathlib import Path

from hrtrainer.history.checking import checked
from hrtrainer.history.keeping import Keeping
from hrtrainer.history.lasting import LastingHistory
from hrtrainer.history.opening import copy_to_file, open_to_read
from hrtrainer.history.refusals import cannot_open
from hrtrainer.history.transfer import record_of, take_in, take_in_texts, texts_for
from hrtrainer.history.values import restored_id
from hrtrainer.problem import Problem


def save_copy(history: LastingHistory, path: Path) -> None:
    """Write everything that is at hand into a new file. Raises Problem H01."""
    try:
        path.unlink(missing_ok=True)  # who named it was asked about that
        copy_to_file(history.connection, path)
    except (OSError, sqlite3.Error) as error:
        raise cannot_open(path.name, error) from error


def bring_in(history: LastingHistory, path: Path) -> int:
    """Take in what a copy has more of; of how many sessions. Raises Problem H01, H03, H04."""
    with closing(open_to_read(path)) as copy:
        if not checked(copy).sound:
            raise Problem("H03", f"{path.name} is damaged.", "Nothing of it was taken in.")
        keys = [restored_id(key) for (key,) in copy.execute("SELECT key FROM session ORDER BY started")]
        records = [record_of(copy, key) for key in keys]
        texts = [texts_for(copy, record.started) for record in records]
    with Keeping(history.connection) as connection:
        for some in texts:
            take_in_texts(connection, some)
        more = [record.started.session for record in records if take_in(connection, record)]
    if history.trouble is not None:
        history.waiting |= set(more)
    return len(more)
