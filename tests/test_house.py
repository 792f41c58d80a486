"""The floor plan: who may read whom, which outside thing has which door, and how large a thing may grow.

Each rule lists every place that breaks it, as `file:line: what`. The reasons stand in CONTRIBUTING.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests.stage import ROOT

PACKAGE = ROOT / "hrtrainer"

FLOORS: tuple[frozenset[str], ...] = (
    frozenset({"", "words", "problem", "paths", "collector"}),
    frozenset({"principles"}),
    frozenset({"scenario"}),
    frozenset({"session"}),
    frozenset({"group"}),
    frozenset({"history", "pages", "export", "checks", "maps", "twee"}),
    frozenset({"catalogue", "settings", "shipped", "sitting"}),
    frozenset({"pasts", "profiles", "seeking", "facilitating", "forming", "sending", "receiving"}),
    frozenset({"cli", "qt"}),
    frozenset({"__main__"}),
)
"""From the ground up. A room reads rooms below its floor; the package itself ("") holds only the version."""

DOORS = {
    "PySide6": ("qt/",),
    "shiboken6": ("qt/",),
    "yaml": ("scenario/yamltext.py",),
    "sqlite3": ("history/",),
    "jinja2": ("export/",),
    "typst": ("export/",),
    "docxtpl": ("export/word.py",),
    "docx": ("export/word_drawing.py",),
    "subprocess": ("forming/making.py",),
    "platformdirs": ("paths.py",),
    "cryptography": ("profiles/keys.py",),
    "filelock": ("history/lock.py",),
    "keyring": ("sending/keys.py",),
    "icalendar": ("receiving/calendar.py",),
}
"""Each outside thing has one door."""

NETWORK = {
    "aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "urllib.error", "urllib.request", "urllib3", "xmlrpc",
}  # fmt: skip
WIRE = "sending/wire.py"
"""What reaches other computers, and the one file that may. Nothing leaves this computer but through it."""

LATE = {
    ("export/html.py", "jinja2"),
    ("export/typesetting.py", "typst"),
    ("export/word.py", "docxtpl"),
    ("export/word_drawing.py", "docx.opc.constants"),
    ("export/word_drawing.py", "docx.opc.part"),
    ("export/word_drawing.py", "docx.oxml"),
    ("export/word.py", "jinja2"),
    ("export/word.py", "jinja2.sandbox"),
    ("forming/child.py", "resource"),
    ("__main__.py", "hrtrainer.qt.entry"),
    ("qt/entry.py", "hrtrainer.qt.app"),
    ("__main__.py", "hrtrainer.cli.main"),
    ("words.py", "datetime"),
    ("paths.py", "platformdirs"),
    ("history/lock.py", "filelock"),
    ("sending/keys.py", "keyring"),
    ("receiving/calendar.py", "icalendar"),
    ("qt/around.py", "hrtrainer.qt.supervising"),
    ("catalogue.py", "hrtrainer.history.atomic"),
    ("settings.py", "hrtrainer.history.atomic"),
    ("cli/kept.py", "hrtrainer.profiles.keys"),
    ("cli/main.py", "hrtrainer.profiles.people"),
    ("cli/kept.py", "hrtrainer.profiles.locked"),
    ("qt/records.py", "hrtrainer.profiles.keys"),
    ("qt/app.py", "hrtrainer.qt.entrance"),
    ("qt/people.py", "hrtrainer.profiles.locked"),
    ("qt/records.py", "hrtrainer.history.lasting"),
    ("qt/app.py", "hrtrainer.qt.stock"),
    ("qt/app.py", "hrtrainer.qt.furnishing"),
    ("qt/code_sheet.py", "PySide6.QtPrintSupport"),
    ("qt/furnishing.py", "hrtrainer.qt.room.making"),
    ("qt/pack_printing.py", "PySide6.QtPrintSupport"),
    ("qt/furnishing.py", "hrtrainer.qt.packing"),
    ("qt/sending.py", "hrtrainer.sending.delivery"),
    ("qt/sending.py", "hrtrainer.sending.wire"),
    ("qt/announce.py", "PySide6.QtGui"),
    ("qt/logbook.py", "logging.handlers"),
    ("qt/shelf.py", "PySide6.QtCore"),
    ("qt/shelf.py", "PySide6.QtGui"),
    ("qt/widgets/prose.py", "PySide6.QtGui"),
    ("qt/wall/awake.py", "hrtrainer.qt.wall.bus"),
}
"""Heavy things that may be imported inside the one function that is their door, or the window would open late."""

THREADS = ("qt/background.py",)
"""Where work that was measured to stall a window is done beside it."""

THREAD_HOOKS = ("qt/faults.py",)
"""What asks to be told of faults in threads that a library makes; it makes none itself."""

PURE = ("principles", "session", "group", "pages", "checks", "maps", "twee")
WORLD = {
    "asyncio", "concurrent", "getpass", "glob", "io", "locale", "multiprocessing", "os", "pathlib", "platform",
    "random", "secrets", "shutil", "socket", "subprocess", "sys", "tempfile", "threading", "time", "uuid",
}  # fmt: skip
"""Clock, chance and disk: the same log gives the same words, so pure rooms know none of them."""

MOST_LINES, MOST_FUNCTION_LINES = 250, 40


@dataclass(frozen=True)
class File:
    """One file of the package."""

    name: str
    room: str
    text: str
    tree: ast.Module

    def at(self, node: ast.AST, what: str) -> str:
        return f"hrtrainer/{self.name}:{getattr(node, 'lineno', 1)}: {what}"


@dataclass(frozen=True)
class Import:
    """One import: what, where, and inside which function (or an empty text)."""

    file: File
    node: ast.stmt
    module: str
    names: tuple[str, ...]
    function: str
    level: int


@cache
def files() -> tuple[File, ...]:
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        text = path.read_text(encoding="utf-8")
        room = name.split("/")[0].removesuffix(".py").replace("__init__", "")
        found.append(File(name, room, text, ast.parse(text)))
    return tuple(found)


@cache
def imports() -> tuple[Import, ...]:
    return tuple(one for file in files() for one in _imports(file, file.tree, ""))


def _imports(file: File, node: ast.AST, function: str) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (Import(file, child, alias.name, (), function, 0) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            yield Import(file, child, child.module or "", tuple(a.name for a in child.names), function, child.level)
        inside = child.name if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) else function
        yield from _imports(file, child, inside)


def own() -> Iterator[tuple[Import, str]]:
    """The imports of the package's own files, each with the module it reads."""
    for one in imports():
        if one.module == "hrtrainer" or one.module.startswith("hrtrainer."):
            yield one, one.module.removeprefix("hrtrainer").removeprefix(".")


def floor(room: str) -> int:
    return next((at for at, rooms in enumerate(FLOORS) if room in rooms), -1)


def told(offenders: list[str], rule: str) -> str:
    return f"{rule}\n  " + "\n  ".join(offenders)


def test_every_room_has_a_floor() -> None:
    offenders = sorted({f"hrtrainer/{file.name}: the room '{file.room}'" for file in files() if floor(file.room) < 0})
    assert not offenders, told(offenders, "Give every room a floor in FLOORS.")


def test_a_room_reads_only_rooms_below_its_floor() -> None:
    offenders = []
    for one, module in own():
        room = module.split(".")[0]
        if room != one.file.room and floor(room) >= floor(one.file.room):
            offenders.append(one.file.at(one.node, f"'{one.file.room}' reads '{room}', which does not lie below it"))
    assert not offenders, told(offenders, "Any floor may read a lower one, never sideways or up.")


def test_only_the_command_line_reads_the_checks() -> None:
    offenders = [
        one.file.at(one.node, f"imports {one.module}")
        for one, module in own()
        if module.split(".")[0] == "checks" and one.file.room not in ("checks", "cli")
    ]
    assert not offenders, told(offenders, "Whole conversations are explored on request, from the command line.")


def test_each_outside_thing_has_one_door() -> None:
    offenders = [
        one.file.at(one.node, f"imports {one.module}; its door is {' or '.join(DOORS[one.module.split('.')[0]])}")
        for one in imports()
        if one.module.split(".")[0] in DOORS and not one.file.name.startswith(DOORS[one.module.split(".")[0]])
    ]
    assert not offenders, told(offenders, "Each outside thing has one door.")


def test_the_network_has_one_door() -> None:
    offenders = [
        one.file.at(one.node, f"imports {name}")
        for one in imports()
        for name in {one.module, one.module.split(".")[0], *(f"{one.module}.{name}" for name in one.names)}
        if name in NETWORK and one.file.name != WIRE
    ]
    offenders += [
        file.at(node, node.id)
        for file in files()
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Name) and re.fullmatch(r"Q(Tcp|Udp|Ssl|Local)\w+|QNetwork\w+|QWeb\w+", node.id)
    ]
    assert not offenders, told(offenders, f"Nothing reaches another computer but through {WIRE}.")


def test_nothing_is_imported_inside_a_function_but_the_heavy_things_at_their_doors() -> None:
    offenders = [
        one.file.at(one.node, f"{one.function}() imports {one.module}")
        for one in imports()
        if one.function and (one.file.name, one.module) not in LATE
    ]
    assert not offenders, told(offenders, "Imports stand at the top of a file.")


def test_no_import_is_relative_and_none_is_for_types_only() -> None:
    offenders = [one.file.at(one.node, "a relative import") for one in imports() if one.level]
    for file in files():
        names = [node for node in ast.walk(file.tree) if isinstance(node, ast.Name) and node.id == "TYPE_CHECKING"]
        offenders += [file.at(node, "TYPE_CHECKING") for node in names]
    assert not offenders, told(offenders, "Circles are undone, not hidden: no relative import, no TYPE_CHECKING.")


def test_no_room_hands_on_names() -> None:
    offenders = [one.file.at(one.node, one.module) for one in imports() if one.file.name.endswith("__init__.py")]
    assert not offenders, told(offenders, "An __init__ imports nothing; ask the file that holds the thing.")


def test_no_files_import_each_other_in_a_circle() -> None:
    names = {_module(file): file for file in files()}
    reads: dict[str, set[str]] = {name: set() for name in names}
    for one, module in own():
        targets = {module, *(f"{module}.{name}".removeprefix(".") for name in one.names)}
        reads[_module(one.file)] |= targets & set(names) - {_module(one.file), ""}
    while free := [name for name, targets in reads.items() if not targets & set(reads)]:
        for name in free:
            del reads[name]
    assert not reads, told(sorted(reads), "These files import each other in a circle.")


def _module(file: File) -> str:
    return file.name.removesuffix(".py").removesuffix("__init__").strip("/").replace("/", ".")


def test_files_stay_short() -> None:
    sizes = [(file, file.text.count("\n")) for file in files()]
    offenders = [f"hrtrainer/{file.name}: {lines} lines" for file, lines in sizes if lines > MOST_LINES]
    assert not offenders, told(offenders, f"A file of more than {MOST_LINES} lines wants a second name.")


def test_functions_stay_short() -> None:
    offenders = []
    for file in files():
        for node in ast.walk(file.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or 0) - node.lineno + 1
                if lines > MOST_FUNCTION_LINES:
                    offenders.append(file.at(node, f"{node.name}() has {lines} lines"))
    assert not offenders, told(offenders, f"A function of more than {MOST_FUNCTION_LINES} lines wants a second name.")


def test_pure_rooms_know_no_clock_no_chance_and_no_disk() -> None:
    offenders = [
        one.file.at(one.node, f"imports {one.module}")
        for one in imports()
        if one.file.room in PURE and one.module.split(".")[0] in WORLD
    ]
    for file in files():
        if file.room in (*PURE, "scenario", "export", "words"):
            offenders += [file.at(node, what) for node, what in _worldly_calls(file.tree)]
    assert not offenders, told(offenders, "Time, ids and texts come in as arguments.")


def _worldly_calls(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name) and node.func.id in ("open", "print", "input", "eval", "exec"):
                yield node, f"calls {node.func.id}()"
            if isinstance(node.func, ast.Attribute) and node.func.attr in ("now", "today", "utcnow"):
                yield node, f"calls .{node.func.attr}()"


def test_only_the_library_of_scenarios_touches_the_disk_and_nothing_below_the_edges_draws_lots() -> None:
    offenders = []
    for one in imports():
        thing = one.module.split(".")[0]
        if one.file.room == "scenario" and thing in WORLD and one.file.name != "scenario/library.py":
            offenders.append(one.file.at(one.node, f"imports {thing}"))
        if one.file.room == "export" and thing in WORLD - {"io", "os", "pathlib"}:
            offenders.append(one.file.at(one.node, f"imports {thing}"))
    assert not offenders, told(offenders, "Only scenario/library.py opens files; only templates are opened by export.")


def test_there_are_no_threads_and_no_globals() -> None:
    threads = ("threading", "multiprocessing", "concurrent", "asyncio")
    offenders = [
        one.file.at(one.node, one.module)
        for one in imports()
        if one.module.split(".")[0] in threads and one.file.name not in THREAD_HOOKS
    ]
    for file in files():
        offenders += [file.at(node, "global") for node in ast.walk(file.tree) if isinstance(node, ast.Global)]
        threading = [n for n in ast.walk(file.tree) if isinstance(n, ast.Name) and n.id in ("QThread", "QThreadPool")]
        offenders += [file.at(node, node.id) for node in threading if file.name not in THREADS]
    assert not offenders, told(offenders, "No thread but at its door, and no state of a module.")


def test_every_file_begins_by_saying_what_it_is_for() -> None:
    offenders = [f"hrtrainer/{file.name}" for file in files() if not ast.get_docstring(file.tree)]
    assert not offenders, told(offenders, "A module opens with one sentence that says what it is for.")


# The window: text of others is plain, and what Qt calls is guarded.

RICH = {
    "QMessageBox", "QTextBrowser", "QTextEdit", "QErrorMessage", "QInputDialog", "QProgressDialog", "QSplashScreen",
    "QTextDocument", "QWizard", "QWizardPage", "QWhatsThis",
}  # fmt: skip
RICH_CALLS = {"setHtml", "setMarkdown", "insertHtml", "appendHtml", "toHtml", "setDefaultStyleSheet"}
PLAIN_CALLS = {"plain", "on_button"}
SAFE_TIPS = {"words.first_capital(STOPS[at])", "self._text"}
"""Tips of the program's own words, or made plain where they are kept (qt/widgets/buttons.py)."""


def window() -> list[File]:
    return [file for file in files() if file.room == "qt"]


def test_labels_are_made_in_one_place_and_no_sink_reads_html() -> None:
    offenders = []
    for file in window():
        for node in ast.walk(file.tree):
            if isinstance(node, ast.Name) and node.id in RICH:
                offenders.append(file.at(node, f"{node.id} reads text as HTML"))
            if isinstance(node, ast.Attribute) and node.attr in (*RICH_CALLS, "RichText", "AutoText", "MarkdownText"):
                offenders.append(file.at(node, f".{node.attr} reads text as HTML"))
            if file.name != "qt/plain.py":
                offenders += [file.at(node, "QLabel outside qt/plain.py") for _ in _labels(node)]
    assert not offenders, told(offenders, "Text of a scenario or a person is shown as typed, through qt/plain.py.")


LAYOUT_CALLS = {"itemAt": (), "itemAtPosition": (), "takeAt": ("qt/widgets/boxes.py",)}
"""PySide remembers the items of layouts that it gave out, and does not learn when Qt lets them go (widgets/leaf.py)."""


def test_layouts_are_not_asked_for_their_items() -> None:
    offenders = [
        file.at(node, f".{node.attr}()")
        for file in window()
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Attribute) and file.name not in LAYOUT_CALLS.get(node.attr, (file.name,))
    ]
    assert not offenders, told(offenders, "Ask a layout where a widget stands; empty it with boxes.clear().")


def _labels(node: ast.AST) -> Iterator[ast.AST]:
    """A label that is made here, or a class that is one."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "QLabel":
        yield node
    if isinstance(node, ast.ClassDef):
        yield from (base for base in node.bases if isinstance(base, ast.Name) and base.id == "QLabel")


def test_tips_are_plain() -> None:
    offenders = []
    for file in window():
        for node in ast.walk(file.tree):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            shown = node.args[:1] if node.func.attr == "setToolTip" else node.args[1:2] if _is_tip(node.func) else []
            offenders += [file.at(node, f"{node.func.attr}({ast.unparse(arg)})") for arg in shown if not _is_plain(arg)]
    assert not offenders, told(offenders, "A tip reads HTML: give it a literal or plain(...).")


def _is_tip(function: ast.Attribute) -> bool:
    return function.attr == "showText" and isinstance(function.value, ast.Name) and function.value.id == "QToolTip"


def _is_plain(arg: ast.expr) -> bool:
    if isinstance(arg, ast.Constant):
        return isinstance(arg.value, str)
    if ast.unparse(arg) in SAFE_TIPS:
        return True
    if isinstance(arg, ast.IfExp):
        return _is_plain(arg.body) and _is_plain(arg.orelse)
    return isinstance(arg, ast.Call) and isinstance(arg.func, ast.Name) and arg.func.id in PLAIN_CALLS


QT_MODULES = ("QtCore", "QtGui", "QtWidgets", "QtSvg")
SMALL_VIRTUALS = {"event", "paint", "data", "flags", "index", "parent", "accept", "reject", "done"}
"""Virtuals without a large letter; the others are known by being camelCase and on the Qt class."""


def test_what_qt_calls_is_guarded() -> None:
    qt: dict[str, type] = {}
    for name in QT_MODULES:
        module = pytest.importorskip(f"PySide6.{name}", reason="the window is not installed", exc_type=ImportError)
        qt |= {key: value for key, value in vars(module).items() if isinstance(value, type)}
    classes = {node.name: node for file in window() for node in ast.walk(file.tree) if isinstance(node, ast.ClassDef)}
    offenders = []
    for file in window():
        for node in (n for n in ast.walk(file.tree) if isinstance(n, ast.ClassDef)):
            bases = [qt[name] for name in _qt_bases(node.name, classes) if name in qt]
            for method in (m for m in node.body if isinstance(m, ast.FunctionDef)):
                virtual = re.fullmatch(r"[a-z]+[A-Z]\w*", method.name) or method.name in SMALL_VIRTUALS
                overrides = virtual and any(hasattr(base, method.name) for base in bases)
                if overrides and not any(_is_guard(decorator) for decorator in method.decorator_list):
                    offenders.append(file.at(method, f"{node.name}.{method.name} overrides Qt without @guarded"))
    assert not offenders, told(offenders, "An exception in what Qt calls can end the process: put @guarded on it.")


def _qt_bases(name: str, classes: dict[str, ast.ClassDef]) -> Iterator[str]:
    if name not in classes:
        yield name
        return
    for base in classes[name].bases:
        base_name = base.id if isinstance(base, ast.Name) else base.attr if isinstance(base, ast.Attribute) else ""
        if base_name != name:
            yield from _qt_bases(base_name, classes)


def _is_guard(decorator: ast.expr) -> bool:
    function = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(function, ast.Name) and function.id == "guarded"


def test_the_rules_see_the_package_that_is_there() -> None:
    assert len(files()) > 50
    assert {file.room for file in files()} >= {"principles", "scenario", "session", "pages", "qt", "cli"}
    assert Path(PACKAGE / "scenario" / "yamltext.py").is_file()
