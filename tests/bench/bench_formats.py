"""How long the files of a typical run take, and how the overview of many grows with their number.

Each format beside a PDF of one empty page, in turns in this process; the mark for a PDF of a typical run is a second,
drawings and all. And the files of 2,000 conversations, read into an overview, beside the same files read as JSON alone.
"""

import json
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from hrtrainer.export.formats import FORMATS
from hrtrainer.export.typesetting import pages
from hrtrainer.paths import paths
from hrtrainer.receiving.folder import collect
from hrtrainer.receiving.overview import page
from tests.bench.row import Row
from tests.export import sample
from tests.export.rendering import rendered
from tests.receiving.files import json_bytes, told

ROUNDS = 7
MARK_SECONDS, MARK_PAGES, MARK_READING = 1.0, 2, 4.0
_FILES, _PLAYED = 2_000, 12


def _took(deed: Callable[[], object]) -> float:
    begun = perf_counter()
    deed()
    return perf_counter() - begun


def _beside(one: Callable[[], object], other: Callable[[], object]) -> tuple[float, float, float]:
    """How long both take, in turns, and the ratio between them."""
    pairs = [(_took(one), _took(other)) for _ in range(ROUNDS + 1)][1:]
    took, beside = (median(column) for column in zip(*pairs, strict=True))
    return took, beside, median(ours / theirs for ours, theirs in pairs)


def _format(form: str, fonts: Path) -> Row:
    typical, bare = sample.pack(sample.typical()), sample.pack(sample.bare(), parts=frozenset())
    took, beside, ratio = _beside(partial(rendered, typical, form, fonts), partial(rendered, bare, "pdf", fonts))
    mark = f"<= {MARK_SECONDS:.0f} s" if form == "pdf" else None
    met = took <= MARK_SECONDS if form == "pdf" else None
    row = Row(
        f"{form} of a typical run",
        f"{took * 1000:.0f} ms",
        f"nearly empty PDF {beside * 1000:.0f} ms",
        ratio,
        mark,
        met,
    )
    if form == "pdf":
        assert pages(rendered(typical, form, fonts)) <= MARK_PAGES
    return row


def _written(folder: Path) -> Sequence[Path]:
    """The session files of so many conversations, under as many names."""
    texts = [json_bytes(told(seed)).decode() for seed in range(_PLAYED)]
    files = [folder / f"{number}.json" for number in range(_FILES)]
    for number, file in enumerate(files):
        text, name = texts[number % _PLAYED], told(number % _PLAYED).session
        file.write_text(text.replace(name, f"{number:032x}"), encoding="ascii")
    return files


def _overview() -> Row:
    with tempfile.TemporaryDirectory() as name:
        files = _written(Path(name))
        took, beside, ratio = _beside(
            lambda: page(collect([Path(name)])), lambda: sum(len(json.loads(one.read_bytes())) for one in files)
        )
    return Row(
        f"overview of {_FILES:,} conversations", f"{took:.2f} s", f"json.loads {beside:.2f} s", ratio,
        f"<= {MARK_READING:.0f}", ratio <= MARK_READING,
    )  # fmt: skip


def measure() -> list[Row]:
    fonts = paths().fonts
    return [*(_format(form, fonts) for form in FORMATS), _overview()]
