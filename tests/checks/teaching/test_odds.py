"""Odds: the exact answer is that of counting every outcome, and the bound is never below it."""

from itertools import pairwise, product
from math import comb, prod

from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from hrtrainer.checks.teaching import odds
from hrtrainer.checks.teaching.odds import at_least

SHARES = st.lists(st.sampled_from((0.0, 0.2, 0.25, 1 / 3, 0.5, 2 / 3, 0.75, 1.0)), max_size=9)


@given(SHARES, st.integers(0, 10))
def test_it_is_what_counting_every_outcome_gives(shares: list[float], times: int) -> None:
    counted = sum(
        prod(share if hit else 1 - share for share, hit in zip(shares, outcome, strict=True))
        for outcome in product((False, True), repeat=len(shares))
        if sum(outcome) >= times
    )
    assert at_least(shares, times) == approx(1.0 if times <= sum(shares) else counted)


def test_equal_shares_are_the_binomial() -> None:
    expected = sum(comb(40, hits) * 0.25**hits * 0.75 ** (40 - hits) for hits in range(18, 41))
    assert at_least([0.25] * 40, 18) == approx(expected)


@given(st.lists(st.sampled_from((0.2, 0.25, 1 / 3, 0.5)), min_size=1, max_size=60), st.data())
def test_the_bound_for_many_draws_is_never_below_the_exact_answer(shares: list[float], data: st.DataObject) -> None:
    times = data.draw(st.integers(int(sum(shares)) + 1, len(shares)))
    assert odds._bound(shares, times) >= odds._exact(shares, times) - 1e-12


def test_past_the_limit_the_bound_still_tells_what_is_plain() -> None:
    many = [0.25] * (odds.MOST_EXACT * 5)
    assert at_least(many, len(many) // 2) < 1e-9
    assert at_least(many, len(many) // 4) == 1.0


@given(SHARES)
def test_more_hits_are_never_likelier(shares: list[float]) -> None:
    answers = [at_least(shares, times) for times in range(len(shares) + 2)]
    assert all(more <= fewer + 1e-12 for fewer, more in pairwise(answers))
    assert answers[-1] == 0.0
