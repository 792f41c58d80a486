"""What a command says when it could not do what the words say."""

import sys

from hrtrainer.problem import Problem

COULD_NOT = 2


def say(problem: Problem) -> int:
    """Say a problem and its hint where errors are said; the exit status for it."""
    print(f"hrtrainer: {problem}", file=sys.stderr)
    if problem.hint:
        print(f"  hint: {problem.hint}", file=sys.stderr)
    return COULD_NOT
