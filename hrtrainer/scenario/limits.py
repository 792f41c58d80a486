"""How much a scenario file may hold. The names stand in the messages; the figures keep a hostile file from hurting."""

MOST_BYTES = 8 * 1024 * 1024
MOST_NODES = 250_000
MOST_DEPTH = 24
MOST_CHARACTERS = 20_000
MOST_CHOICE_CHARACTERS = 300
MOST_KEY_CHARACTERS = 100
MOST_SHORT_WORDS = 14
MOST_LINE_WORDS = 45
MOST_CONDITION_CHARACTERS = 200
MOST_CONDITION_WORDS = 60
MOST_CONDITION_DEPTH = 12
MOST_COMPARED = 2_000
"""Among more names than that, the nearest to a misspelt one is not looked for."""
MOST_PROBLEMS = 200
"""After so many diagnostics a file is not read further: more would not help its author."""
