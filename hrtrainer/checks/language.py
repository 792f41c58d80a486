"""Language by speaker: the person may say what people say; the scenario's own voice goes by the word lists.

The program sees who speaks. What it cannot see (a clinical term used exactly, say) is for the author to accept.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from hrtrainer.checks.claims import CLAIM, claims
from hrtrainer.checks.finding import Finder, Hit
from hrtrainer.checks.places import Places
from hrtrainer.checks.texts import Told, Voice
from hrtrainer.checks.wordlist import Level, Rule, WordList, prove, read_word_list
from hrtrainer.principles.yardstick import Yardstick
from hrtrainer.scenario.diagnostic import Diagnostic
from hrtrainer.scenario.lookup import WordFile
from hrtrainer.scenario.model import Choice, Scenario, Shown, Way
from hrtrainer.scenario.report import Report

LABEL = "uses-a-label"
_CODES = {Level.STOP: "S601", Level.CHANGE: "S602", Level.ASK: "S603"}
_OF_ONESELF = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself)\b")
"""A speaker who comes before the word in the same sentence is taken to use it of themselves."""
_QUOTES = re.compile(r"(?<!\w)['‘\"“][^'‘’\"“”]*['’\"”](?!\w)")
_REPEATS = frozenset({Voice.WORKER, Voice.OPTION, Voice.ALTERNATIVE})
"""The worker's voice: it may give a word back that the person used of themselves."""
_SPEAKS_OF_WORDS = frozenset({Voice.FEEDBACK, Voice.NOTES, Voice.CARD})
"""Voices in which a word between quotation marks is spoken about, not used."""


def try_word_list(file: WordFile) -> None:
    """Read a list and try it on the sentences that it brings along. Raises Problem F14."""
    words = read_word_list(file)
    own, facts = Finder(words.rules, words.names), Finder(words.claims)

    def ids_in(text: str) -> frozenset[str]:
        return frozenset(hit.rule.id for hit in own.find([text])) | ({CLAIM} if claims([text], facts) else set())

    prove(words, ids_in)


@lru_cache(maxsize=16)
def finder(files: tuple[WordFile, ...], language: str) -> Finder | None:
    """What finds the words of all lists for a language; None when no list is for it.

    A rule of a later list takes the place of one with the same id; a list can leave out rules of those before it.
    """
    lists = _for(files, language)
    rules: dict[str, Rule] = {}
    for one in lists:
        rules = {name: rule for name, rule in rules.items() if name not in one.without}
        rules |= {rule.id: rule for rule in one.rules}
    return Finder(rules.values(), [name for one in lists for name in one.names]) if lists else None


@lru_cache(maxsize=16)
def claim_finder(files: tuple[WordFile, ...], language: str) -> Finder:
    """What finds the words of claims of all lists for a language."""
    return Finder(rule for one in _for(files, language) for rule in one.claims)


def _for(files: tuple[WordFile, ...], language: str) -> list[WordList]:
    """The lists for a language, whatever the country: 'en' for 'en-CA'."""
    spoken = language.partition("-")[0].lower()
    return [one for one in map(read_word_list, files) if one.language.partition("-")[0].lower() == spoken]


def overdue(files: Iterable[WordFile], today: str) -> tuple[Diagnostic, ...]:
    """The lists that somebody should have looked at again by now."""
    found: list[Diagnostic] = []
    for one in map(read_word_list, files):
        if one.next and one.next < today:
            report = Report(one.file)
            report("S606", one.next_spot, next=one.next)
            found += report.in_order()
    return tuple(found)


def check_language(
    scenario: Scenario, told: Sequence[Told], hits: Sequence[Hit], yardstick: Yardstick, places: Places, report: Report
) -> None:
    """Report the words that stand where nothing allows them. `hits` are those found in the texts `told`."""
    claimed = _claimed(scenario, told, hits)
    for hit in hits:
        if report.full:
            return
        one = told[hit.at]
        if not hit.rule.allowed.isdisjoint(_contexts(one, hit, scenario, claimed)):
            continue
        words = one.text[hit.begin : hit.end]
        spot = places.word(one.path, one.text, hit.begin, hit.end)
        values = {"words": words, "why": hit.rule.why, "instead": hit.rule.instead}
        if hit.rule.level is not Level.ASK and one.voice is Voice.OPTION and _is_poor(one.choice, yardstick):
            report("S604", spot, choice=one.choice.id if one.choice else "", **values)
        else:
            report(_CODES[hit.rule.level], spot, where=one.voice.value, **values)
    _check_reasons(told, hits, places, report)


def _contexts(told: Told, hit: Hit, scenario: Scenario, claimed: Collection[tuple[str, str]]) -> set[str]:
    """In what a word stands here, of all that a rule may allow, as far as it can be seen."""
    found = set()
    if told.voice is Voice.PERSON:
        found.add("client_speech")
        if told.speaker != scenario.person.id:
            found.add("colleague_speech")
    if told.voice in _REPEATS and told.scene and (told.scene.id, hit.rule.id) in claimed:
        found.add("self_identity")
    if told.voice is Voice.OPTION and told.choice and LABEL in told.choice.behaviours:
        found.add("poor_option")
    if told.voice in _SPEAKS_OF_WORDS and _quoted(told.text, hit):
        found |= {"language_lesson", "source_quote"}
    if told.voice is Voice.FEEDBACK and told.choice and LABEL in told.choice.behaviours:
        found.add("language_lesson")
    return found


def _quoted(text: str, hit: Hit) -> bool:
    return any(quote.start() < hit.begin and hit.end < quote.end() for quote in _QUOTES.finditer(text))


def _is_poor(choice: Choice | None, yardstick: Yardstick) -> bool:
    return choice is not None and any(not yardstick.behaviours[name].honours for name in choice.behaviours)


def _claimed(scenario: Scenario, told: Sequence[Told], hits: Sequence[Hit]) -> set[tuple[str, str]]:
    """Scene and rule, wherever the person has just used a word of that rule about themselves."""
    found: set[tuple[str, str]] = set()
    for hit in hits:
        one = told[hit.at]
        sentence = max(one.text.rfind(sign, 0, hit.begin) for sign in ".!?") + 1
        if one.speaker == scenario.person.id and _OF_ONESELF.search(one.text, sentence, hit.begin):
            found |= {(scene, hit.rule.id) for scene in _heard_in(scenario, one)}
    return found


def _heard_in(scenario: Scenario, told: Told) -> set[str]:
    """The scenes in which the worker answers with a line still in the ear."""
    if told.scene is None:
        return set()
    answered = told.path[2] == "lines" and bool(told.scene.choices)
    ways: Iterable[Way] = told.choice.ways if told.choice else told.scene.ways
    if told.path[2] == "otherwise" and told.scene.otherwise:
        ways = told.scene.otherwise.ways
    found = {told.scene.id} if answered else set()
    ahead = [] if answered else [way.to for way in ways]
    while ahead:
        scene = scenario.scenes.get(ahead.pop())
        if scene is not None and scene.id not in found:
            found.add(scene.id)
            ahead += [] if scene.choices else [way.to for way in scene.ways]
    return found


def _check_reasons(told: Sequence[Told], hits: Sequence[Hit], places: Places, report: Report) -> None:
    """A choice that uses a label on purpose says in its reason which word that is."""
    named = _named_in_reasons(told, hits)
    for hit in hits:
        one = told[hit.at]
        if one.voice is not Voice.OPTION or one.path[-1] != "say" or one.choice is None:
            continue
        label = next((shown for shown in one.choice.shows if shown.behaviour == LABEL), None)
        words = one.text[hit.begin : hit.end]
        if label is None or hit.rule.id in named.get(one.path[:-1], ()) or _names(label, words):
            continue
        report("S605", places.spot((*one.path[:-1], "shows", LABEL, "why")), words=words, choice=one.choice.id)


def _names(label: Shown, words: str) -> bool:
    """Whether a reason has the words, or at least those of them that it rests on."""
    why, quote = label.why.lower(), label.quote.lower()
    return words.lower() in why or (quote != "" and quote in words.lower() and quote in why)


def _named_in_reasons(told: Sequence[Told], hits: Sequence[Hit]) -> Mapping[tuple[str | int, ...], set[str]]:
    """The rules found in the reasons for `uses-a-label`, by the path of the choice."""
    found: dict[tuple[str | int, ...], set[str]] = {}
    for hit in hits:
        one = told[hit.at]
        if one.shown is not None and one.shown.behaviour == LABEL:
            found.setdefault(one.path[:4], set()).add(hit.rule.id)
    return found
