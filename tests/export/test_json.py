"""JSON: stable, strict, documented key by key, with no total anywhere."""

import json
import re
from dataclasses import replace

import pytest

from hrtrainer.export import plain as module
from hrtrainer.export.plain import FORMAT, json_bytes, plain


@pytest.mark.parametrize("name", ["typical", "bare"])
def test_is_the_accepted_data(sample, accepted, name):
    accepted(f"{name}.json", json_bytes(getattr(sample, name)()))


def test_reads_back_as_it_was_told(sample):
    told = sample.typical()
    data = json.loads(json_bytes(told), parse_constant=lambda word: pytest.fail(word))
    assert data == plain(told) or json.dumps(data) == json.dumps(plain(told))
    assert next(iter(data)) == "format" and data["format"] == FORMAT == "hrtrainer-summary-1"
    assert [turn["number"] for turn in data["turns"]] == list(range(1, 12))
    assert data["principles"][1]["moments"][0]["mark"] == "strains"
    assert data["principles"][1]["supported"] == {"count": 2, "least": 0, "most": 2}


def test_is_plain_ascii(sample):
    assert json_bytes(replace(sample.typical(), code_name="Zoë\ud800")).isascii()


def test_holds_no_total_and_no_time_taken(sample):
    assert not re.search("total|percent|grade|score|minutes|seconds", ",".join(_keys(plain(sample.typical()))))


def test_every_key_is_documented(sample):
    said = module.__doc__ or ""
    assert {key for key in _keys(plain(sample.typical())) if not re.search(rf"\b{key}\b", said)} == set()


def _keys(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _keys(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _keys(inner)
