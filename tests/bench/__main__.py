"""All benches, as one table."""

import sys
import tempfile
from pathlib import Path

from tests.bench import (
    bench_analysis,
    bench_check,
    bench_formats,
    bench_history,
    bench_hostile,
    bench_language,
    bench_load,
    bench_stalls,
    bench_start,
    bench_steps,
    bench_years,
)
from tests.bench.row import Row


def _history() -> list[Row]:
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        kept, plain = bench_history.measure(Path(folder))
    ratio = kept / plain
    mark = bench_history.TARGET
    return [
        Row(
            "keeping one event",
            f"{kept:.0f} us",
            f"4 KiB + fdatasync {plain:.0f} us",
            ratio,
            f"<= {mark}",
            ratio <= mark,
        )
    ]


def main() -> int:
    """Print the table, each row as soon as it is known."""
    print(f"{'':44} {'HR Trainer':>16}   {'beside':34} {'ratio':>6}   mark")
    benches = (
        bench_load.measure,
        bench_steps.measure,
        _history,
        bench_start.measure,
        bench_years.measure,
        bench_stalls.measure,
        bench_analysis.measure,
        bench_check.measure,
        bench_hostile.measure,
        bench_language.measure,
        bench_formats.measure,
    )
    for measure in benches:
        for row in measure():
            print(row, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
