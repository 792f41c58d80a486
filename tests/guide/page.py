"""codes.md from the catalogue and the diagnostic cases: each code, why it matters, the slip and the same mended."""

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from string import Formatter

from hrtrainer.scenario.codes import BY_ID, CATALOGUE
from hrtrainer.scenario.diagnostic import Code
from tests.guide.whys import SPECIAL, WHYS, WITHOUT
from tests.stage import BASE, ROOT

CASES = ROOT / "tests" / "diagnostics"
MOST_LINES, MOST_WIDTH = 8, 100
HEAD = """# Every message, and how it is mended

`hrtrainer check FILE` names a place and a code. Here is each code: what it means, why it matters, lines that have the
slip, and the same lines without it. `hrtrainer explain S201` shows one page of this in the terminal.

An **error** keeps a conversation from opening. A **warning** plays, but somebody should look. A **suggestion** is a
reminder. The codes go by stages: S0 the text of the file, S1 its parts, S2 the names in it, S3 advice, S4 what can be
reached, S5 how it teaches, S6 its words, S7 sources and dates, S8 translations, T stories that come
come from Twine. Errors of one stage hide the later
ones, so that one slip gives one message. What is no error, and right as it is, a file may accept with a reason
(`accepts`, in `writing.md`).

This page is generated from the cases in `tests/diagnostics` (`python -m tests.guide`). The hand-written guide is
`writing.md`.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *("\n".join(_entry(code)) for code in CATALOGUE)])


def mended_of(case: Path) -> str:
    """The text of a case without its slip: the file beside it, or the clean base."""
    beside = case.with_suffix(".mended.yaml")
    return beside.read_text(encoding="utf-8") if beside.exists() else BASE


def cases(code: str) -> list[Path]:
    """The case files of a code."""
    return sorted(path for path in CASES.glob(f"{code}*.yaml") if not path.stem.endswith(".mended"))


def _entry(code: Code) -> Iterator[str]:
    yield f"## {code.id}: {code.severity}\n"
    yield f"{_open(code.template)}\n"
    yield f"**Why it matters.** {WHYS[code.id]}\n"
    if hint := _open(code.hint.replace("{guess}", "").replace("{help}", "")):
        yield f"**What helps.** {hint}\n"
    if code.id in WITHOUT:
        yield f"{WITHOUT[code.id]}\n"
    if code.id in SPECIAL:
        said, faulty, mended = SPECIAL[code.id]
        yield from _example(said, faulty, mended)
    for case in cases(code.id):
        faulty, mended = snippets(case.read_text(encoding="utf-8"), mended_of(case))
        yield from _example(_said(case, code.id), faulty, mended)


def _example(said: str, faulty: str, mended: str) -> Iterator[str]:
    yield f"> {said}\n"
    yield f"With the slip:\n\n```yaml\n{faulty}\n```\n"
    yield f"Mended:\n\n```yaml\n{mended}\n```\n"


def _said(case: Path, code: str) -> str:
    """What is printed about a case, without the place: the message, and the hint where there is one."""
    lines = case.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    at = next(at for at, line in enumerate(lines) if f" {code}: " in line)
    message = lines[at].partition(f" {code}: ")[2]
    after = lines[at + 1] if at + 1 < len(lines) else ""
    told = after.removeprefix("  hint: ") if after.startswith("  hint: ") else ""
    return f"{message} Hint: {told}" if told and "{" in BY_ID[code].hint else message


def _open(template: str) -> str:
    """A template as a sentence, with … for what is filled in."""
    whole = "".join(text + ("…" if name is not None else "") for text, name, _, _ in Formatter().parse(template))
    return whole.replace("….", "…")


def snippets(faulty: str, mended: str) -> tuple[str, str]:
    """The lines in which two texts differ, each with two lines around them."""
    left, right = faulty.split("\n"), mended.split("\n")
    old, new = [], []
    for group in SequenceMatcher(None, left, right, autojunk=False).get_grouped_opcodes(2):
        old.append(left[group[0][1] : group[-1][2]])
        new.append(right[group[0][3] : group[-1][4]])
    shown = [line for part in new for line in part if line.strip()]
    margin = min((len(line) - len(line.lstrip(" ")) for line in shown), default=0)
    return _snippet(old, margin), _snippet(new, margin)


def _snippet(parts: list[list[str]], margin: int) -> str:
    shown: list[str] = []
    for part in parts:
        lines = [line for line in part if line.strip()] or ["# (nothing)"]
        shown += (["# ..."] if shown else []) + lines[:MOST_LINES] + (["# ..."] if len(lines) > MOST_LINES else [])
    return "\n".join(_visible(line.removeprefix(" " * margin)) for line in shown)


def _visible(line: str) -> str:
    """A line as it can stand on a page: what cannot be seen is named, what is very long is cut."""
    spelled = "".join(f"⟨{_name(sign)}⟩" if _hidden(sign) else sign for sign in line)
    return spelled if len(spelled) <= MOST_WIDTH else f"{spelled[: MOST_WIDTH - 2]} …"


def _hidden(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cf") or (sign != " " and unicodedata.category(sign) == "Zs")


def _name(sign: str) -> str:
    return "tab" if sign == "\t" else f"U+{ord(sign):04X}"


def ids(text: str) -> list[str]:
    """The codes that a page holds, in its order."""
    return re.findall(r"^## ([ST]\d{3}): ", text, re.MULTILINE)
