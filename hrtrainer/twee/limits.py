"""How much a story may hold. The names stand in the messages; the figures keep a hostile file from hurting."""

MOST_STORY_BYTES = 32 * 1024 * 1024
"""Published stories carry their player with them, so they are larger than a scenario."""
MOST_PASSAGES = 10_000
MOST_STORIES = 100
MOST_METADATA = 100_000
MOST_PIECES = 60_000
"""Lines and links of a story of others together; a scenario could not hold more of them."""
MOST_NAME = 500
