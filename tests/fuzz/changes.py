"""Ways to change an input: its bytes, its words, its lines. What changes its structure stands in structure.py."""

import re
from random import Random

from hrtrainer.scenario import keys
from tests.fuzz import seeds

ODD_BYTES = [
    b"\x00", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x80\xae",
    b"\xe2\x80\xa8", b"\xc2\x85", b"\xc2\xa0", b"\r", b"\r\n", b"\t", b"\n", b"\x1b[2J", b"\x7f", b"\\", b'"', b"'",
]  # fmt: skip
ODD_WORDS = [
    ":", ": ", "-", "- ", " ", "\t", "#", " #", '"', "'", "{", "}", "[", "]", "*", "*a", "&", "&a ", "!", "!!int ", "|",
    ">", "%", "@", "`", "?", "? ", "x", "0", "-1", "99999999999999999999", "1e999", ".nan", "0x10", "1:59", ",", "\n",
    "\n---\n", "\n...\n", "<<: ", "  ", "null", "~", "true", "no", "\u202e", "\u200b", "\ufeff", "🚲", "\U000e0041",
    "{region:", "{region:naloxone-wait}", "when: ", "when: trust >= 2", "to: end", "to: ", "end", "you", "narrator",
    "format: 1", "format: 2", "{0.__class__}", "%n", "<b>", "</script>", "2026-13-45", "{{ x }}", "\\u0000", "e\u0301",
]  # fmt: skip
CONDITION_WORDS = [
    "and", "or", "not", "is", "heard", "has", "took", "seen", "showed", "(", ")", "<", "<=", "==", "!=", ">=", ">", "=",
    "trust", "time", "0", "2", "-3", "9" * 30, "tolerance", "counter/bag-and-ask", "/", "sam", "rushed", "≥", "\u00a0",
]  # fmt: skip
_TOKEN = re.compile(r"[A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)*|\s+|.", re.DOTALL)
KEYS = sorted({key for of in vars(keys).values() if isinstance(of, keys.Keys) for key in (*of.needed, *of.allowed)})


def by_bytes(data: bytes, drawn: Random) -> bytes:
    """The bytes with one place changed, or cut, or doubled, or with a piece of another file in it."""
    at = drawn.randrange(len(data) + 1)
    to = min(len(data), at + drawn.choice([1, 1, 1, 2, 5, 40, 400]))
    match drawn.randrange(8):
        case 0:
            return data[:at] + bytes([drawn.randrange(256)]) + data[at + 1 :]
        case 1:
            return data[:at] + drawn.choice(ODD_BYTES) + data[at:]
        case 2:
            return data[:at] + data[to:]
        case 3:
            return data[:to] + data[at:]
        case 4:
            return data[:at]
        case 5:
            return data[:at] + b"\x00" * drawn.choice([1, 512, 4096]) + data[to:]
        case 6:
            _, other = drawn.choice(seeds.files())
            start = drawn.randrange(len(other) + 1)
            return data[:at] + other[start : start + drawn.choice([3, 60, 2000])] + data[to:]
        case _:
            return data[:at] + data[at:to] * drawn.choice([3, 30, 300]) + data[to:]


def by_words(text: str, drawn: Random) -> str:
    """The text with one word replaced by an odd one, by a key of the format, or by a word from elsewhere in it."""
    tokens = _TOKEN.findall(text) or [""]
    at = drawn.randrange(len(tokens))
    match drawn.randrange(5):
        case 0:
            tokens[at] = drawn.choice(ODD_WORDS)
        case 1:
            tokens.insert(at, drawn.choice(ODD_WORDS))
        case 2:
            tokens[at] = drawn.choice(KEYS)
        case 3:
            tokens[at] = drawn.choice(tokens)
        case _:
            tokens[at] = tokens[at] * drawn.choice([0, 2, 50, 30_000 // max(1, len(tokens[at]))])
    return "".join(tokens)


def by_lines(text: str, drawn: Random) -> tuple[str, str]:
    """The text with one line changed, and what was done."""
    lines = text.split("\n")
    at = drawn.randrange(len(lines))
    kind = drawn.choice(
        ["delete", "double", "swap", "indent", "outdent", "cut", "insert", "remove", "word", "move", "many"]
    )
    line = lines[at]
    where = drawn.randrange(len(line) + 1)
    match kind:
        case "delete":
            del lines[at]
        case "double":
            lines.insert(at, line)
        case "swap":
            other = drawn.randrange(len(lines))
            lines[at], lines[other] = lines[other], line
        case "indent":
            lines[at] = f"  {line}"
        case "outdent":
            lines[at] = line.removeprefix("  ")
        case "cut":
            lines[at] = line[:where]
        case "insert":
            lines[at] = line[:where] + drawn.choice(ODD_WORDS) + line[where:]
        case "remove":
            lines[at] = line[:where] + line[where + 1 :]
        case "move":
            to = at + drawn.choice([1, 3, 10, 40])
            block, lines[at:to] = lines[at:to], []
            other = drawn.randrange(len(lines) + 1)
            lines[other:other] = block
        case "many":
            lines[at:at] = lines[at : at + drawn.choice([1, 4, 12])] * drawn.choice([2, 10, 60])
        case _:
            words = line.split(" ")
            words[drawn.randrange(len(words))] = drawn.choice(ODD_WORDS)
            lines[at] = " ".join(words)
    return "\n".join(lines), f"{kind} in line {at + 1}, column {where + 1}"


def condition(drawn: Random) -> str:
    """A condition of some file, its words or letters changed one to four times."""
    text = drawn.choice(drawn.choice([seeds.conditions(), seeds.sound_conditions()]))
    for _ in range(drawn.choice([1, 1, 2, 4])):
        tokens = _TOKEN.findall(text) or [""]
        at = drawn.randrange(len(tokens))
        match drawn.randrange(6):
            case 0:
                tokens[at] = drawn.choice(CONDITION_WORDS)
            case 1:
                tokens.insert(at, f" {drawn.choice(CONDITION_WORDS)} ")
            case 2:
                tokens += [" ", drawn.choice(["and", "or"]), " ", drawn.choice(seeds.sound_conditions())]
            case 3:
                del tokens[at]
            case 4:
                tokens[at:at] = tokens[at : at + drawn.choice([1, 3, 9])] * drawn.choice([1, 5, 40])
            case _:
                tokens[at] = drawn.choice(ODD_WORDS)
        text = "".join(tokens)
    return text
