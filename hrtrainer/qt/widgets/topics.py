"""The name of a topic as a person would write it: hepatitis-c is Hepatitis C."""

_CAPITALS = ("hiv", "hcv", "oat", "lgbtq")


def topic_name(topic: str) -> str:
    """The words of a topic's id; letters on their own and well-known short forms stay capital."""
    parts = topic.replace("_", "-").split("-")
    return " ".join(part.upper() if len(part) == 1 or part in _CAPITALS else part for part in parts)
