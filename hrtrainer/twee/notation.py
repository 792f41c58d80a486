"""Twee 3 (version 3.0.2 of its specification) as text: reading it with the place of everything, and writing it."""

import json
import re
from collections.abc import Iterator
from itertools import islice

from hrtrainer.scenario.report import Report
from hrtrainer.twee import limits
from hrtrainer.twee.story import Passage, Story

_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_SIGNS = re.compile(r"([\\\[\]{}])")
_HEADER = re.compile(
    r"::[ \t]*(?P<name>(?:\\.|[^\\\[\]{}])*)"
    r"(?:\[(?P<tags>(?:\\.|[^\\\]])*)\][ \t]*)?"
    r"(?P<data>\{.*)?"
)
_SPECIAL = ("StoryTitle", "StoryData")


def read_twee(source: str, report: Report) -> Story | None:
    """The story of a Twee 3 text; None when something stops it, which is then reported."""
    passages = list(islice(_passages(source, report), limits.MOST_PASSAGES + 1))
    if len(passages) > limits.MOST_PASSAGES:
        report("T002", passages[-1].spot, most=limits.MOST_PASSAGES, what="passages")
        return None
    if not passages:
        report("T001", (1, 1), what="no line of it begins with '::' and the name of a passage")
        return None
    special = {one.name: one for one in passages if one.name in _SPECIAL}
    data = _story_data(special.get("StoryData"), report)
    title = special["StoryTitle"].text.strip() if "StoryTitle" in special else ""
    rest = tuple(one for one in passages if one.name not in _SPECIAL)
    if not rest:
        report("T001", (1, 1), what="it holds no passage")
        return None
    colors = data.get("tag-colors")
    return Story(
        title=title,
        ifid=_word(data, "ifid"),
        passages=rest,
        start=_word(data, "start") or "Start",
        format=_word(data, "format"),
        format_version=_word(data, "format-version"),
        zoom=_word(data, "zoom"),
        tag_colors={str(tag): str(color) for tag, color in colors.items()} if isinstance(colors, dict) else {},
    )


def _passages(source: str, report: Report) -> Iterator[Passage]:
    header, begun, text = "", 0, list[str]()
    for number, line in enumerate(source.split("\n"), start=1):
        if not line.startswith("::"):
            text.append(line)
            continue
        if begun:
            yield _passage(header, begun, text, report)
        header, begun, text = line, number, []
    if begun:
        yield _passage(header, begun, text, report)


def _passage(header: str, line: int, text: list[str], report: Report) -> Passage:
    found = _HEADER.match(header)
    assert found is not None  # it begins with '::', and everything after that may be missing
    name = _plain(found["name"].strip())
    data: dict[str, object] = {}
    if found.end() < len(header.rstrip()):
        report("T003", (line, found.end() + 1), name=name)
    elif found["data"]:
        data = _object(found["data"], report, (line, found.start("data") + 1), name)
    tags = tuple(map(_plain, (found["tags"] or "").split()))
    body = "\n".join(text).rstrip("\n")
    return Passage(name, body, tags, _word(data, "position"), _word(data, "size"), (line, 1), line + 1)


def _story_data(passage: Passage | None, report: Report) -> dict[str, object]:
    if passage is None:
        return {}
    return _object(passage.text, report, (passage.line, 1), passage.name)


def _object(text: str, report: Report, spot: tuple[int, int], name: str) -> dict[str, object]:
    """A JSON object; an empty one, told, where it cannot be read."""
    try:
        data = json.loads(text) if len(text) <= limits.MOST_METADATA else None
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict):
        report("T003", spot, name=name)
        return {}
    return data


def _word(data: dict[str, object], key: str) -> str:
    value = data.get(key)
    return str(value) if isinstance(value, str | int | float) else ""


def _plain(escaped: str) -> str:
    return _ESCAPED.sub(r"\1", escaped)


def write_twee(story: Story) -> str:
    """The text of a story: the same story gives the same text."""
    kept = {
        "ifid": story.ifid,
        "format": story.format,
        "format-version": story.format_version,
        "start": story.start,
        "tag-colors": dict(story.tag_colors),
        "zoom": float(story.zoom) if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,6})?", story.zoom) else "",
    }
    data = json.dumps({key: value for key, value in kept.items() if value}, indent=2, ensure_ascii=False)
    parts = [f":: StoryTitle\n{story.title}\n", f":: StoryData\n{data}\n"]
    parts += [f"{_header(passage)}\n{passage.text}\n" for passage in story.passages]
    return "\n\n".join(parts)


def _header(passage: Passage) -> str:
    tags = f" [{' '.join(map(_escaped, passage.tags))}]" if passage.tags else ""
    data = {key: value for key, value in (("position", passage.position), ("size", passage.size)) if value}
    return f":: {_escaped(passage.name)}{tags}" + (f" {json.dumps(data, separators=(',', ':'))}" if data else "")


def _escaped(name: str) -> str:
    return _SIGNS.sub(r"\\\1", name)
