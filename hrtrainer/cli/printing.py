"""hrtrainer print: what a room can hold in its hands, from the same scenario."""

import sys
from argparse import Namespace

from hrtrainer.cli.ground import Ground
from hrtrainer.cli.listing import find
from hrtrainer.export.prints import print_bytes
from hrtrainer.group.timing import usual_agenda
from hrtrainer.history.atomic import atomic_write
from hrtrainer.problem import Problem
from hrtrainer.session.telling import Teller
from hrtrainer.settings import read_settings


def print_paper(ground: Ground, words: Namespace) -> int:
    """Write cards, principle cards, the paper twin or the leader's sheet as PDF.

    Raises Problem C11, C12, P07 for what there is not, C15 when the file is there, E01, E03, E06.
    """
    if words.output.exists() and not words.force:
        raise Problem("C15", f"'{words.output.name}' is already there.", "Choose another name, or add --force.")
    scenario = find(ground, words.scenario).scenario
    assert scenario is not None
    settings, _ = read_settings(ground.paths.settings)
    sets, regions = ground.reference.yardstick.sets, ground.reference.regions
    lens, region = words.lens or settings.lens, words.region or settings.region
    if lens not in sets:
        raise Problem("C11", f"There is no principle set '{lens}'.", f"known are: {', '.join(sets)}")
    if region not in regions:
        raise Problem("C11", f"There is no region '{region}'.", f"known are: {', '.join(regions)}")
    tell = Teller(scenario, ground.reference, regions[region], sets[lens])
    made = print_bytes(words.what, tell, usual_agenda(scenario, words.minutes), ground.paths.fonts, words.paper)
    atomic_write(words.output, made)
    print(f"Saved {words.output.name}.", file=sys.stderr)
    return 0
