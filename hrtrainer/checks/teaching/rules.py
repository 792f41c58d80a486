"""All rules about teaching, over one scenario."""

from hrtrainer.checks.space import Space
from hrtrainer.checks.teaching.answers import no_consequence, no_repair, thanks
from hrtrainer.checks.teaching.exact import exact, on_paper
from hrtrainer.checks.teaching.options import nobody_would, one_kind, same_length, same_place
from hrtrainer.checks.teaching.possible import possible
from hrtrainer.checks.teaching.sides import Sides, offers
from hrtrainer.checks.teaching.stakes import fixed_outcome, flat_turning_point, never_at_stake, out_of_reach
from hrtrainer.principles.yardstick import Yardstick
from hrtrainer.scenario.report import Report


def teach(ways: Space, yardstick: Yardstick, report: Report) -> None:
    """Hand in everything about how a scenario teaches. `ways` is its space, as far as it was explored."""
    scenario = ways.scenario
    sides = Sides(yardstick)
    offered = offers(scenario, sides)
    same_length(offered, report)
    same_place(offered, report)
    nobody_would(offered, report)
    known = exact(ways)
    one_kind(scenario, known.together if known else on_paper(scenario), sides, report)
    found = known.happens(scenario) if known else possible(scenario)
    fixed_outcome(found, report)
    flat_turning_point(found, report)
    never_at_stake(found, sides, report)
    out_of_reach(found, report)
    no_consequence(scenario, report)
    thanks(offered, report)
    no_repair(scenario, sides, report)
