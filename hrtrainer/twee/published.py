"""Stories as Twine publishes and archives them: HTML in which `tw-storydata` holds the passages. Nothing is run."""

from collections.abc import Mapping
from html.parser import HTMLParser

from hrtrainer.scenario.diagnostic import Spot
from hrtrainer.scenario.report import Report
from hrtrainer.twee import limits
from hrtrainer.twee.story import Passage, Story

_CODE = {"script": "Story JavaScript", "style": "Story Stylesheet"}
_TAGS = {"script": "script", "style": "stylesheet"}


def is_published(source: str) -> bool:
    """Whether a text is HTML; Twee begins with other things."""
    return source.lstrip()[:1] == "<"


def read_published(source: str, report: Report) -> tuple[Story, ...]:
    """Every story in an HTML file, in its order; none, told, when there is none or too much."""
    reader = _Reader()
    try:
        reader.feed(source)  # and no close(): what is cut off at the end is no passage
    except _TooMany as found:
        report("T002", reader.spot, most=found.most, what=found.what)
        return ()
    except AssertionError:  # so html.parser says that it cannot go on
        report("T001", reader.spot, what="the page is damaged here")
        return ()
    stories = tuple(story for story in reader.stories if story.passages)
    if not stories:
        what = "no passages are in it" if reader.stories else "no <tw-storydata> is in it"
        report("T001", (1, 1), what=what)
    return stories


class _TooMany(Exception):
    def __init__(self, most: int, what: str) -> None:
        super().__init__(what)
        self.most, self.what = most, what


class _Reader(HTMLParser):
    """Gathers stories. Only what stands inside of `tw-storydata` counts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stories: list[Story] = []
        self._open: Mapping[str, str] | None = None
        self._passages: list[tuple[str, Passage]] = []
        self._colors: dict[str, str] = {}
        self._inside = ""
        self._head: Mapping[str, str] = {}
        self._begun: Spot = (1, 1)
        self._text: list[str] = []
        self._spot: Spot = (1, 1)
        self._count = 0

    @property
    def spot(self) -> Spot:
        """Where reading has come to."""
        line, column = self.getpos()
        return line, column + 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        if tag == "tw-storydata" and values:
            self._end_story()
            self._open, self._spot = values, self.spot
        elif self._open is not None and tag == "tw-tag":
            self._colors[values.get("name", "")] = values.get("color", "")
        elif self._open is not None and (tag == "tw-passagedata" or (tag in _CODE and not self._inside)):
            self._count += 1
            if self._count > limits.MOST_PASSAGES:
                raise _TooMany(limits.MOST_PASSAGES, "passages")
            self._end_passage()
            self._inside, self._head, self._begun = tag, values, self._after_tag()

    def _after_tag(self) -> Spot:
        """Where the text behind the tag begins; its column is what comes before it."""
        (line, column), whole = self.getpos(), self.get_starttag_text() or ""
        newlines = whole.count("\n")
        return line + newlines, len(whole) - whole.rfind("\n") - 1 + (0 if newlines else column)

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._end_passage()
        if tag == "tw-storydata":
            self._end_story()

    def handle_data(self, data: str) -> None:
        if self._inside:
            self._text.append(data)

    def _end_passage(self) -> None:
        if not self._inside:
            return
        text, head = "".join(self._text).replace("\r\n", "\n").replace("\r", "\n").rstrip("\n"), self._head
        line, column = self._begun
        code = self._inside in _CODE
        if text.strip() or not code:
            name = _CODE.get(self._inside, head.get("name", "").strip()[: limits.MOST_NAME])
            tags = (_TAGS[self._inside],) if code else tuple(head.get("tags", "").split())
            position, size = head.get("position", ""), head.get("size", "")
            passage = Passage(name, text, tags, position, size, (line, column + 1), line, column)
            self._passages.append((head.get("pid", ""), passage))
        self._inside, self._text = "", []

    def _end_story(self) -> None:
        self._end_passage()
        if self._open is None:
            return
        if len(self.stories) >= limits.MOST_STORIES:
            raise _TooMany(limits.MOST_STORIES, "stories")
        about = self._open
        start = next((one.name for pid, one in self._passages if pid and pid == about.get("startnode")), "")
        passages = tuple(one for _, one in self._passages)
        self.stories.append(
            Story(
                about.get("name", ""),
                about.get("ifid", ""),
                passages,
                start,
                about.get("format", ""),
                about.get("format-version", ""),
                about.get("zoom", ""),
                dict(self._colors),
                self._spot,
            )
        )
        self._open, self._passages, self._colors = None, [], {}
