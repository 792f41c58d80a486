"""What a YAML parser complains of, said in an author's words."""

_WHAT = {
    "mapping values are not allowed": ("there is a second ': ' in it", "Put the whole text in quotes."),
    "cannot start any token": ("a value cannot begin with this character", "Put the whole text in quotes."),
    "did not find expected alphabetic or numeric": ("a value that begins with * or & is read as YAML's own", "Put the whole text in quotes: \"*sighs* ...\"."),
    "unexpected end of stream": ("a quotation mark is opened and never closed", "Close it, or double an apostrophe inside single quotes: 'don''t'."),
    "did not find expected ',' or": ("a bracket is opened and not closed", "Close it; text that begins with [ or { goes in quotes."),
    "could not find expected ':'": ("a key without ':' stands here", "Write 'key: text'; indent text that goes on in the next line."),
    "did not find expected key": ("the indentation or a quotation mark does not fit", "Put text with quotes in it in quotes as a whole, and line the keys up."),
    "block sequence entries are not allowed": ("a '-' stands where none can be", "Begin a list on a line of its own."),
    "did not find expected '-' indicator": ("the list before it is not lined up", "Give every '-' of one list the same indentation."),
    "found unknown escape character": ("a backslash in double quotes begins a code", "Use single quotes, or write two backslashes."),
    "did not find expected comment or line break": ("words follow | or > in the same line", "Write | alone and the text on the next line, or put the text in quotes."),
    "found a tab character": ("a tab stands here", "Replace the tab by spaces."),
    "found unexpected document indicator": ("'---' or '...' stands inside a text", "Indent it, or put the text in quotes."),
}  # fmt: skip

_FIRST = {
    "*": "Text that begins with * goes in quotes: \"*sighs* I know.\"",
    "&": "Text that begins with & goes in quotes.",
    "@": "Text that begins with @ goes in quotes.",
    "%": "Text that begins with % goes in quotes.",
    "`": "Text that begins with ` goes in quotes.",
    "!": "Text that begins with ! goes in quotes.",
    "[": "Text that begins with [ goes in quotes.",
    "{": "Text that begins with { goes in quotes.",
    '"': "When a text begins with a quotation mark, put the whole text in single quotes.",
    "'": "An apostrophe inside single quotes is written twice: 'don''t'. Or use double quotes.",
    "|": "Write | alone and the text on the next line, or put the text in quotes.",
    ">": "Write > alone and the text on the next line, or put the text in quotes.",
    "<": "This looks like the mark of two versions that were not merged. Keep one of them.",
    "=": "This looks like the mark of two versions that were not merged. Keep one of them.",
}  # fmt: skip


_SURE = ("did not find expected ',' or", "unexpected end of stream", "found unknown escape character")
"""Complaints whose own hint says more than the first character of the value."""


def plain_words(problem: str, line: str) -> tuple[str, str]:
    """What is the matter, and a hint, from the parser's complaint and the line it is about."""
    for part, (what, hint) in _WHAT.items():
        if part in problem:
            return what, hint if part in _SURE else _hint(line) or hint
    return problem or "it is not YAML", _hint(line) or "Compare it with a scenario that opens."


def _hint(line: str) -> str:
    body = line.strip()
    if body.startswith(("<<<<<<<", "=======", ">>>>>>>")):
        return _FIRST["<"]
    _, colon, value = body.removeprefix("- ").partition(": ")
    first = (value.strip() if colon else body.removeprefix("- ").strip())[:1]
    return "" if first in "<=" else _FIRST.get(first, "")
