"""The passages of a story as scenes and endings: which id each has, and what was renamed."""

import re
from collections.abc import Mapping, Sequence

from hrtrainer.scenario.model import END
from hrtrainer.scenario.report import Report
from hrtrainer.scenario.yamltext import Node, Row, Table, Text
from hrtrainer.twee import spelling
from hrtrainer.twee.names import Ids
from hrtrainer.twee.story import CODE_TAGS, Passage, Story

_NAMED = re.compile(r"\b(seen|took)(\s+)([a-z][a-z0-9-]*)")


class Cards:
    """What is shown to a player, in the order of the story. A name that stands twice counts for its first passage."""

    def __init__(self, story: Story, report: Report) -> None:
        self._report = report
        self.passages = [one for one in story.passages if self._is_shown(one)]
        ids = Ids()
        self._ids = {one.spot: ids.new(one.name, "scene") for one in self.passages}
        self._places: dict[str, str] = {}
        for one in self.passages:
            if one.name in self._places:
                report("T004", one.spot, name=one.name)
            self._places.setdefault(one.name, self._ids[one.spot])
        self._places |= {one.name: END for one in story.passages if spelling.END_TAG in one.tags}

    def _is_shown(self, passage: Passage) -> bool:
        if CODE_TAGS & set(passage.tags):
            self._report("T007", passage.spot, name=passage.name)
            return False
        return not {spelling.ABOUT_TAG, spelling.END_TAG} & set(passage.tags)

    def id_of(self, passage: Passage) -> str:
        """The id of the scene or ending that a passage is."""
        return self._ids[passage.spot]

    def key_of(self, passage: Passage) -> str:
        """How the scenario calls a passage that keeps a place on the map; empty where it keeps none."""
        if spelling.END_TAG in passage.tags:
            return END
        return spelling.ABOUT if spelling.ABOUT_TAG in passage.tags else self._ids.get(passage.spot, "")

    def leads(self, name: str) -> bool:
        """Whether there is a passage of this name."""
        return name in self._places

    def place(self, to: Text) -> Text:
        """Where a link leads, as an id; the name itself where no passage has it."""
        return Text(self._places.get(to.text, to.text), to.spot, to.plain)

    def renamed(self, claims: Sequence[tuple[Passage, str]]) -> Mapping[str, str]:
        """New ids by old ones. `claims` says of each passage which id its note remembers.

        A copy is no new name: the old one stays with the passage that still has it.
        """
        kept = {claim for passage, claim in claims if claim == self.id_of(passage)}
        found: dict[str, str] = {}
        for passage, claim in claims:
            if claim and claim not in kept and claim not in found:
                found[claim] = self.id_of(passage)
                self._report("T011", passage.spot, old=claim, new=found[claim])
        return found


def follow(node: Node, renamed: Mapping[str, str]) -> None:
    """Let every condition of a tree name scenes as they are called now."""
    if isinstance(node, Table) and renamed:
        when = node.entries.get("when")
        if isinstance(when, Text):
            when.text = _NAMED.sub(lambda found: _new_name(found, renamed), when.text)
        for key, one in node.entries.items():
            follow(one, renamed)
            if key == "accepts" and isinstance(one, Table):
                for code in one.entries.values():
                    _rename_keys(code, renamed)
    elif isinstance(node, Row) and renamed:
        for one in node.items:
            follow(one, renamed)


def _rename_keys(node: Node, renamed: Mapping[str, str]) -> None:
    if isinstance(node, Table):
        node.entries = {renamed.get(key, key): one for key, one in node.entries.items()}
        node.keys = {renamed.get(key, key): spot for key, spot in node.keys.items()}


def _new_name(found: re.Match[str], renamed: Mapping[str, str]) -> str:
    return f"{found[1]}{found[2]}{renamed.get(found[3], found[3])}"
