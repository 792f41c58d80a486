"""An analysis as a page of plain text for the person who writes the scenario."""

from collections.abc import Iterator
from textwrap import wrap

from hrtrainer import words as say
from hrtrainer.checks.analysis import Analysis, Size
from hrtrainer.checks.findings import Narrow, Never, Opens
from hrtrainer.checks.reach import SetReach
from hrtrainer.checks.space import Path
from hrtrainer.checks.spans import Span

_WIDTH = 100
_NO_END = "no upper bound"


def told(analysis: Analysis) -> Iterator[str]:
    """The lines of the page."""
    scenario = analysis.scenario
    yield f"{scenario.title} ({scenario.id})"
    if not analysis.complete:
        yield f"Not explored beyond {analysis.states:,} states: nothing can be said of the whole."
    elif not analysis.lines_complete:
        yield "Not all that lines ask about could be explored: what is never heard is told as far as it was."
    else:
        yield f"Everything explored: {analysis.states:,} states, all days, every choice, own words where they lead on."
    if analysis.size is not None:
        yield from _size(analysis.size, scenario.minutes)
    yield from _findings(analysis)
    yield from _opens(analysis)
    for reached in analysis.principles:
        yield ""
        yield f"Over all plays, read through {reached.principle_set.name} (least to most)"
        yield from _principles(reached)


def _size(size: Size, minutes: int) -> Iterator[str]:
    plays = _NO_END if size.plays is None else f"{size.plays:,}"
    yield ""
    yield f"Different plays: {plays}, on {say.count(size.days, 'kind of day', 'kinds of day')}"
    if size.decisions is not None and size.scenes is not None:
        yield f"A play has {_range(size.decisions)} decisions and {_range(size.scenes)} scenes"
        yield from _path("shortest", size.decisions.least.path)
        yield from _path("longest" if size.decisions.most.count is not None else "goes on", size.decisions.most.path)
    estimate = "no estimate" if size.minutes is None else f"about {size.minutes:.0f}"
    yield f"Minutes: {estimate} without notes and debrief (the file says {minutes})"


def _findings(analysis: Analysis) -> Iterator[str]:
    yield ""
    groups = [
        ("Never reached: scenes", _never(analysis.scenes_never)),
        ("Never available: choices", _never(analysis.choices_never)),
        ("Never heard: lines", _never(analysis.lines_never)),
        ("Never reached: endings", _never(analysis.endings_never)),
        ("Fewer than two things to choose", [row for one in analysis.narrows for row in _narrow(one)]),
        (
            "Loops that cannot be left",
            [row for one in analysis.loops for row in (f"  {', '.join(one.scenes)}", *_path("by", one.path))],
        ),
        (
            "Conditions that say the same each time they are asked",
            [
                f"  line {one.spot[0]}: {one.where}: '{one.condition}' {'always' if one.holds else 'never'} holds"
                for one in analysis.conditions
            ],
        ),
    ]
    found = [(title, rows) for title, rows in groups if rows]
    for title, rows in found:
        yield f"{title}:"
        yield from rows
    if not found and analysis.complete and analysis.lines_complete:
        yield "Everything can be reached and heard, and there is always something to choose."


def _never(row: tuple[Never, ...]) -> list[str]:
    return [f"  line {one.spot[0]}: {one.name}" for one in row]


def _narrow(one: Narrow) -> list[str]:
    only = f"only '{one.offered}'" if one.offered else "nothing"
    ways = "" if one.offered or one.own_words else "; the conversation is stuck"
    own = ", or own words" if one.own_words else ""
    return [f"  {one.scene}: {only}{own}{ways}", *_path("by", one.path)]


def _opens(analysis: Analysis) -> Iterator[str]:
    """The choices that close an ending which another choice of the scene leaves open."""
    scenes: dict[str, list[Opens]] = {}
    for one in analysis.opens:
        scenes.setdefault(one.choice.split("/")[0], []).append(one)
    rows = []
    for choices in scenes.values():
        among = {ending for one in choices for ending in one.endings}
        rows += [
            f"  {one.choice}: {say.listing(one.endings, 'or') or 'none'}" for one in choices if set(one.endings) < among
        ]
    if rows:
        yield ""
        yield "Choices that close an ending, and what they leave open:"
        yield from rows


def _principles(reached: SetReach) -> Iterator[str]:
    yield from _reach("Any of them", reached.supported, reached.strained)
    for one in reached.principles:
        yield from _reach(one.principle.name, one.supported, one.strained)


def _reach(name: str, supported: Span | None, strained: Span | None) -> Iterator[str]:
    if supported is None or strained is None:
        yield f"  {name}: no play comes to an end"
        return
    yield f"  {name}: supported {_range(supported)}, strained {_range(strained)}"
    for word, span in (("supported", supported), ("strained", strained)):
        if span.least.count != span.most.count:
            yield from _path(f"least {word}", span.least.path)
            yield from _path(f"most {word}", span.most.path)


def _range(span: Span) -> str:
    if span.most.count is None:
        return f"{span.least.count} or more, {_NO_END}"
    return f"{span.least.count} to {span.most.count}"


def _path(label: str, path: Path) -> list[str]:
    days = [f"{person} is {day}" for person, day in path.days]
    text = f"{label}: {' > '.join([*days, *path.answers]) or 'the beginning'}"
    return wrap(
        text, _WIDTH, initial_indent="    ", subsequent_indent="      ", break_long_words=False, break_on_hyphens=False
    )
