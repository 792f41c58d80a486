"""What a scenario in any language needs: a language that is one, line ids to hang translations on, and place-holders
that are filled in words of its own."""

import re
from collections.abc import Iterator, Sequence

from hrtrainer.checks.places import Path, Places
from hrtrainer.checks.texts import Told
from hrtrainer.scenario.lookup import Reference
from hrtrainer.scenario.model import Line, Scenario
from hrtrainer.scenario.regional import PLACE_HOLDER
from hrtrainer.scenario.report import Report

_TAG = re.compile(r"([A-Za-z]{2,3})(-[A-Za-z0-9]{1,8})*")
_BRACES = re.compile(r"\{([^{}]*)\}")
_TWO_LETTERS = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee "
    "el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is "
    "it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms "
    "mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk "
    "sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi "
    "yo za zh zu".split()
)
"""The two-letter codes of ISO 639-1. Languages with three letters are taken as written: there are thousands."""


def spoken(tag: str) -> str:
    """The language of a tag, without the country: 'en' of 'en-CA'. Empty for what is no tag."""
    found = _TAG.fullmatch(tag)
    language = found.group(1).lower() if found else ""
    return language if len(language) == 3 or language in _TWO_LETTERS else ""


def check_translation(
    scenario: Scenario, told: Sequence[Told], measured: bool, reference: Reference, places: Places, report: Report
) -> None:
    """Report what keeps a text from being translated or read. `measured` says whether a word list is for it."""
    if not spoken(scenario.language):
        report("S801", scenario.tops["language"], language=scenario.language)
    elif not measured:
        report("S802", scenario.tops["language"], language=scenario.language)
    _check_line_ids(scenario, places, report)
    braced = [one for one in told if "{" in one.text]
    _check_braces(braced, reference, places, report)
    _check_regions(scenario, braced, reference, places, report)


def _rows(scenario: Scenario) -> Iterator[tuple[Path, tuple[Line, ...]]]:
    """Every list of lines, and the path that leads to it."""
    for scene in scenario.scenes.values():
        at: Path = ("scenes", scene.id)
        yield (*at, "lines"), scene.lines
        for number, choice in enumerate(scene.choices):
            yield (*at, "choices", number, "reply"), choice.reply
        if scene.otherwise:
            yield (*at, "otherwise", "reply"), scene.otherwise.reply
    for ending in scenario.endings:
        yield ("endings", ending.id, "lines"), ending.lines


def _check_line_ids(scenario: Scenario, places: Places, report: Report) -> None:
    """Ids that an author wrote hold no dot; those that count the line do."""
    first: dict[str, int] = {}
    for path, lines in _rows(scenario):
        written = [number for number, line in enumerate(lines) if "." not in line.id]
        for number in written:
            name, spot = lines[number].id, places.spot((*path, number, "id"))
            if name in first:
                report("S803", spot, name=name, first=first[name])
            first.setdefault(name, spot[0])
        if written and len(written) < len(lines):
            counted = next(line for line in lines if "." in line.id)
            report("S804", counted.spot, name=counted.id)


def _check_braces(told: Sequence[Told], reference: Reference, places: Places, report: Report) -> None:
    """Braces may stand in a text; what has a colon between them, or the key of a fact, was meant as a place-holder."""
    for one in told:
        for found in _BRACES.finditer(one.text):
            meant = ":" in found.group(1) or found.group(1).strip() in reference.known.facts
            if meant and not PLACE_HOLDER.fullmatch(found.group()) and not report.full:
                report("S805", places.word(one.path, one.text, *found.span()), found=found.group())


def _check_regions(
    scenario: Scenario, told: Sequence[Told], reference: Reference, places: Places, report: Report
) -> None:
    """Words of a region are put in as they are; in a scenario of another language the first of them is told."""
    languages = sorted({spoken(region.language) for region in reference.regions.values()})
    if spoken(scenario.language) in (*languages, ""):
        return
    for one in told:
        found = PLACE_HOLDER.search(one.text)
        if found:
            spot = places.word(one.path, one.text, *found.span())
            report("S806", spot, language=scenario.language, languages=", ".join(languages))
            return
