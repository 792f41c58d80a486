"""The shape of the history file, as numbered steps on raw data. A step that was released is never changed.

Step n brings a file from `user_version` n - 1 to n. Steps know no living code, so an old file can always be brought up.
"""

APPLICATION_ID = 0x48525452  # "HRTR", by which `file` and we know our own

_STEP_1 = """
CREATE TABLE session(
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    started INTEGER NOT NULL,
    scenario TEXT NOT NULL,
    scenario_digest TEXT NOT NULL,
    principles_digest TEXT NOT NULL,
    region_digest TEXT NOT NULL,
    seed INTEGER NOT NULL,
    lens TEXT NOT NULL,
    region TEXT NOT NULL,
    tempo TEXT NOT NULL,
    code_name TEXT NOT NULL,
    title TEXT NOT NULL,
    ending TEXT,
    ending_kind TEXT,
    turns INTEGER NOT NULL DEFAULT 0,
    last INTEGER NOT NULL,
    dropped INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX session_started ON session(started);
CREATE INDEX session_scenario_started ON session(scenario, started);
CREATE INDEX session_scenario_ending ON session(scenario, ending);
CREATE INDEX session_open ON session(started) WHERE ending IS NULL AND dropped=0;
CREATE TABLE event(
    session INTEGER NOT NULL REFERENCES session(id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    name TEXT NOT NULL,
    number INTEGER NOT NULL,
    words TEXT NOT NULL,
    crc INTEGER NOT NULL,
    PRIMARY KEY(session, seq)
) WITHOUT ROWID;
CREATE TABLE text(
    digest TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    body TEXT NOT NULL
)
"""

MIGRATIONS: tuple[str, ...] = (_STEP_1,)
"""The steps in order, each a script of statements with a semicolon between them and none inside them."""
