"""An analysis as plain data."""

from hrtrainer.checks.analysis import Analysis
from hrtrainer.checks.findings import Never
from hrtrainer.checks.space import Path
from hrtrainer.checks.spans import Extent, Span

FORMAT = "hrtrainer-analysis-1"


def plain(analysis: Analysis) -> dict[str, object]:
    """The keys of `analyse --json`.

    format, scenario: what this is, and of which scenario (its id).
    explored: `states`, whether that is all (`complete`), and `lines_complete` for what only lines ask about.
    never: `scenes`, `choices` (scene/choice), `lines`, `endings`, each a list of {name, line, column}.
    narrow: decisions at which fewer than two things can be chosen: {scene, offered, own_words, path}.
    loops: scenes that nobody gets out of: {scenes, path}.
    conditions: those that say the same each time they are asked: {where, when, line, column, holds}.
    opens: for each choice (scene/choice) the endings that stay open.
    size: `days`, `plays` (null: no upper bound), `decisions` and `scenes` as spans, `minutes` (an estimate; null where
        a play by chance may never end). null when not complete.
    principles: a list a principle set: {set, supported: span, strained: span, principles: [{id, name, supported: span,
        strained: span}]}; beside the set it is answers that support, or strain, any of its principles.

    A span is {least, most}, each {count, path}; null when no play comes to an end. A count of null has no upper bound:
    its path ends with an answer that can be given again and again. A path is {days: {person: disposition}, answers:
    [scene/choice]}, with "own words" in place of a choice where the scene's `otherwise` is taken.
    """
    return {
        "format": FORMAT,
        "scenario": analysis.scenario.id,
        "explored": _explored(analysis),
        "never": _nevers(analysis),
        "narrow": [
            {"scene": one.scene, "offered": one.offered, "own_words": one.own_words, "path": _path(one.path)}
            for one in analysis.narrows
        ],
        "loops": [{"scenes": list(one.scenes), "path": _path(one.path)} for one in analysis.loops],
        "conditions": [
            {"where": one.where, "when": one.condition, "line": one.spot[0], "column": one.spot[1], "holds": one.holds}
            for one in analysis.conditions
        ],
        "opens": {one.choice: list(one.endings) for one in analysis.opens},
        "size": _size(analysis),
        "principles": _principles(analysis),
    }


def _explored(analysis: Analysis) -> dict[str, object]:
    return {
        "states": analysis.states,
        "complete": analysis.complete,
        "lines_complete": analysis.lines_complete,
    }


def _nevers(analysis: Analysis) -> dict[str, object]:
    return {
        "scenes": _never(analysis.scenes_never),
        "choices": _never(analysis.choices_never),
        "lines": _never(analysis.lines_never),
        "endings": _never(analysis.endings_never),
    }


def _principles(analysis: Analysis) -> list[dict[str, object]]:
    return [
        {
            "set": one_set.principle_set.id,
            "supported": _span(one_set.supported),
            "strained": _span(one_set.strained),
            "principles": [
                {
                    "id": one.principle.id,
                    "name": one.principle.name,
                    "supported": _span(one.supported),
                    "strained": _span(one.strained),
                }
                for one in one_set.principles
            ],
        }
        for one_set in analysis.principles
    ]


def _size(analysis: Analysis) -> dict[str, object] | None:
    size = analysis.size
    if size is None:
        return None
    return {
        "days": size.days,
        "plays": size.plays,
        "decisions": _span(size.decisions),
        "scenes": _span(size.scenes),
        "minutes": None if size.minutes is None else round(size.minutes, 1),
    }


def _never(row: tuple[Never, ...]) -> list[dict[str, object]]:
    return [{"name": one.name, "line": one.spot[0], "column": one.spot[1]} for one in row]


def _span(span: Span | None) -> dict[str, object] | None:
    return None if span is None else {"least": _extent(span.least), "most": _extent(span.most)}


def _extent(extent: Extent) -> dict[str, object]:
    return {"count": extent.count, "path": _path(extent.path)}


def _path(path: Path) -> dict[str, object]:
    return {"days": dict(path.days), "answers": list(path.answers)}
