"""A scenario's text as an editor's JSON Schema sees it: scalars typed by the rules of YAML 1.2."""

import re

from hrtrainer.scenario.yamltext import Node, Row, Table, Text, read_tree

_WHOLE = re.compile(r"[-+]?[0-9]+")
_FRACTION = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def as_an_editor_sees_it(text: str) -> object:
    """The values of a text that is YAML; None when it is not."""
    tree = read_tree(text, lambda *said, **values: None)
    return None if tree is None else _plain(tree)


def _plain(node: Node) -> object:
    if isinstance(node, Table):
        return {key: _plain(value) for key, value in node.entries.items()}
    if isinstance(node, Row):
        return [_plain(item) for item in node.items]
    return _typed(node)


def _typed(node: Text) -> object:
    text = node.text
    if not node.plain:
        return text
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return text.lower() == "true"
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _FRACTION.fullmatch(text) else text
