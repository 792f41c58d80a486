"""What the story formats of Twine write between the words: taken out of a passage, and kept as a list.

A word that is taken out leaves its line breaks behind, so that every line keeps its number. Links are never taken out.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

_LINK = re.compile(r"\[\[(?!\[)(?:(?!\[\[)[^\n]){0,4000}?\]\]")
_SUGARCUBE = re.compile(r"<<(?!<)[^<>]*+(?>(?:(?:>(?!>)|<(?!<))[^<>]*+)*)>>")  # before 3.11.5 (...)*+ is read wrongly
_QUOTED, _NAME = r"[\"']([^\"'\n]{1,400})[\"']", r"[\"']([^\"'\n]{1,200})[\"']"
_SUGARCUBE_LINK = re.compile(rf"<<(?:link|button)\s{{1,9}}{_QUOTED}\s{{1,9}}{_NAME}\s{{0,9}}>>")
_HARLOWE = re.compile(r"\((?:[A-Za-z][\w-]{0,40}|[$_][A-Za-z]\w{0,40}):")
_HARLOWE_LINK = re.compile(rf"\(link-goto:\s{{0,9}}{_QUOTED}\s{{0,9}},\s{{0,9}}{_NAME}\s{{0,9}}\)", re.IGNORECASE)
_ROUND = re.compile(r"[()]")
_HOOK = re.compile(r"\|?[A-Za-z_]\w{0,40}>(?=\[)|(?<=\])<[A-Za-z_]\w{0,40}\|")
_SNOWMAN = re.compile(r"<%(?:(?!<%).)*?%>", re.DOTALL)
_INSERT = re.compile(r"\{[^{}\n]{1,2000}\}")
_MODIFIER = re.compile(r"^\[(?!\[)[^\[\]\n]{1,500}\][ \t]*$", re.MULTILINE)
_VARIABLES = re.compile(r"\A(?:[^\n:]{1,200}:[^\n]*\n|[ \t]*\n)*--[ \t]*(?:\n|\Z)")
_VARIABLE = re.compile(r"[$](?=[A-Za-z_])\w{1,60}(?:\.\w{1,60}){0,5}")
_TAG = re.compile(r"</?([A-Za-z][\w-]{0,40})(?:\s[^<>]{0,4000})?/?>")
_BLOCKS = re.compile(
    r"<(script|style|svg|iframe|audio|video)\b[^<>]*>(?:(?!<\1\b).)*?</\1\s{0,9}>", re.DOTALL | re.IGNORECASE
)
_PLAIN_TAGS = frozenset(
    "b i u s em strong small p div span br hr h1 h2 h3 h4 h5 h6 ul ol li blockquote center font pre code sup sub table "
    "tr td th tbody thead q cite mark del ins".split()
)
_MARKS = re.compile(r"''(?=\S)([^\n]{1,2000}?)''|(?<![:/])//(?=\S)([^\n]{1,2000}?)(?<![:/])//(?!/)")
_UNKNOWN = "…"
"""What stands for a value that only Twine knows."""
FORMATS = ("harlowe", "sugarcube", "chapbook", "snowman")


@dataclass(frozen=True, slots=True)
class Carried:
    """The words of a passage with their links, and what could not come along, each as it was written."""

    text: str
    left: tuple[str, ...]


def story_format(name: str, texts: str) -> str:
    """Which of FORMATS a story is written in; by its macros where it does not say so."""
    for known in FORMATS:
        if name.lower().startswith(known):
            return known
    signs = {"sugarcube": texts.count("<<"), "harlowe": len(_HARLOWE.findall(texts)), "snowman": texts.count("<%")}
    likely = max(signs, key=lambda one: signs[one])
    return likely if signs[likely] else "chapbook"


def carried(text: str, written_for: str) -> Carried:
    """The words of a passage that was written for a story format, without its macros."""
    left: list[str] = []

    def out(found: re.Match[str], instead: str = "") -> str:
        left.append(" ".join(found.group().split()))
        links = " ".join(_LINK.findall(found.group()))
        return instead + links + "\n" * (found.group().count("\n") - links.count("\n"))

    text = _BLOCKS.sub(out, text)
    if written_for == "sugarcube":
        text = _SUGARCUBE_LINK.sub(r"[[\1->\2]]", text)
        text = _SUGARCUBE.sub(out, text)
    elif written_for == "harlowe":
        text = _HARLOWE_LINK.sub(r"[[\1->\2]]", text)
        text = _without_calls(text, left)
        text = _without_hooks(_HOOK.sub(out, text))
    elif written_for == "snowman":
        text = _SNOWMAN.sub(out, text)
    else:
        text = _VARIABLES.sub(out, text)
        text = _MODIFIER.sub(out, text)
        text = _between_links(text, lambda words: _INSERT.sub(lambda found: out(found, _UNKNOWN), words))
    text = _TAG.sub(lambda found: _tag(found, left), text)
    if written_for in ("sugarcube", "harlowe"):
        text = _between_links(text, lambda words: _VARIABLE.sub(lambda found: out(found, _UNKNOWN), words))
        text = _MARKS.sub(lambda found: found[1] or found[2], text)
    return Carried(text, tuple(dict.fromkeys(left)))


def _tag(found: re.Match[str], left: list[str]) -> str:
    if found[1].lower() not in _PLAIN_TAGS and not found.group().startswith("</"):
        left.append(" ".join(found.group().split()))
    return ("\n" * found.group().count("\n")) or (" " if found[1].lower() == "br" else "")


def _between_links(text: str, change: Callable[[str], str]) -> str:
    """The text with everything changed but its links."""
    parts, at = [], 0
    for link in _LINK.finditer(text):
        parts += [change(text[at : link.start()]), link.group()]
        at = link.end()
    return "".join([*parts, change(text[at:])])


def _without_calls(text: str, left: list[str]) -> str:
    """Harlowe's (macro: ...) taken out, brackets counted. One that never ends goes as far as its line."""
    parts, at, closing = [], 0, _brackets(text)
    while (found := _HARLOWE.search(text, at)) is not None:
        line_end = text.find("\n", found.end())
        end = closing.get(found.start(), line_end if line_end >= 0 else len(text))
        whole = text[found.start() : end]
        left.append(" ".join(whole.split()))
        links = "" if "[[" not in whole else " ".join(_LINK.findall(whole))
        parts += [text[at : found.start()], links, "\n" * whole.count("\n")]
        at = end
    return "".join([*parts, text[at:]])


def _brackets(text: str) -> dict[int, int]:
    """Behind which place each round bracket that is opened is closed again."""
    open_ones, closing = list[int](), dict[int, int]()
    for found in _ROUND.finditer(text):
        if found.group() == "(":
            open_ones.append(found.start())
        elif open_ones:
            closing[open_ones.pop()] = found.end()
    return closing


def _without_hooks(text: str) -> str:
    """Harlowe's [hooks] opened: single brackets go, those of links stay."""
    return _between_links(text, lambda words: words.replace("[", "").replace("]", ""))
