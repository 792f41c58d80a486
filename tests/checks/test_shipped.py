"""The scenarios that ship: all of them can be reached and heard, and nobody is ever stuck."""

from collections.abc import Mapping

import pytest

from hrtrainer.checks.analysis import analyse
from hrtrainer.scenario.lookup import Reference
from hrtrainer.scenario.reader import Reading
from tests.stage import SHIPPED


@pytest.mark.parametrize("name", SHIPPED)
def test_nothing_is_out_of_reach_and_nobody_is_stuck(
    name: str, scenarios: Mapping[str, Reading], reference: Reference
) -> None:
    made = scenarios[name].scenario
    assert made is not None
    found = analyse(made, [reference.yardstick.sets["nhrc"]])
    assert found.complete
    assert found.lines_complete
    assert (found.scenes_never, found.choices_never, found.lines_never, found.endings_never) == ((), (), (), ())
    assert (found.narrows, found.loops) == ((), ())
    assert found.size is not None
    assert found.size.plays is not None
    assert found.size.decisions is not None
    assert found.size.decisions.most.count is not None
    for one in found.principles[0].principles:
        assert one.supported is not None
        assert one.strained is not None
        assert one.supported.most.count, f"{one.principle.id} can never be supported"
