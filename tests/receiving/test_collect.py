"""A folder of files that many people put there: what is read of it, what is left out and why, what is made of it."""

import copy
import csv
import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrtrainer.problem import Problem
from hrtrainer.receiving.folder import MOST_DEPTH, collect
from hrtrainer.receiving.overview import HEAD, page, table
from hrtrainer.receiving.plainly import OddFile
from hrtrainer.receiving.sessions import MOST_BYTES, sessions_in
from hrtrainer.session.packing import PARTS, Choices
from tests.receiving.files import json_bytes, pack, plain, told, write


def rows(data: bytes) -> list[dict[str, str]]:
    found = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert tuple(found[0]) == HEAD
    return [dict(zip(HEAD, row, strict=True)) for row in found[1:]]


def test_summaries_and_packs_of_many_are_read_wherever_they_lie(tmp_path):
    write(tmp_path / "ws01" / "2026-11-20" / "a.json", json_bytes(told(0, "Fox", 100)))
    write(tmp_path / "ws02" / "b.JSON", pack(1, "Birch", 101))
    write(tmp_path / "notes.txt", b"not looked at")
    found = collect([tmp_path])
    assert (found.files, found.skipped) == (2, ())
    assert [(name, one.code_name) for name, one in found.sessions] == [
        ("ws01/2026-11-20/a.json", "Fox"),
        ("ws02/b.JSON", "Birch"),
    ]
    assert all(one.principles and one.turns and one.ended for _, one in found.sessions)


def test_what_is_read_says_what_was_written():
    one, summary = sessions_in(json_bytes(told(2, "Fox")))[0], told(2, "Fox")
    assert (one.session, one.day, one.scenario, one.title, one.lens) == (
        summary.session, summary.day, summary.scenario, summary.title, summary.lens,
    )  # fmt: skip
    assert one.ending == summary.ending.title and one.turns == len(summary.turns)
    for principle, made in zip(one.principles, summary.principles, strict=True):
        assert principle.moments == tuple((m.turn, m.mark) for m in made.moments)
        assert principle.counts == (made.supported.count, made.strained.count, made.chances)


@pytest.mark.parametrize("part", PARTS)
def test_what_was_left_out_is_no_fault_of_a_file(part):
    (one,) = sessions_in(json.dumps(pack(0, "Fox", 3, Choices(frozenset(PARTS) - {part}))).encode())
    assert one.session
    if part == "counts":
        assert all(principle.counts is None for principle in one.principles)


@pytest.mark.skipif(os.name != "posix", reason="links and pipes of POSIX")
def test_links_pipes_and_folders_that_lead_on_hold_nobody_up(tmp_path):
    outside = write(tmp_path / "outside" / "secret.json", pack(0, "Elsewhere", 1))
    home = tmp_path / "home"
    write(home / "good.json", pack(1, "Fox", 2))
    (home / "link.json").symlink_to(outside)
    (home / "loop").symlink_to(home)
    os.mkfifo(home / "pipe.json")
    (home / "folder.json").mkdir()
    deep = home
    for _ in range(MOST_DEPTH + 2):
        deep = deep / "deeper"
    write(deep / "deep.json", pack(2, "Deep", 3))
    found = collect([home])
    assert [one.code_name for _, one in found.sessions] == ["Fox"]
    why = dict(found.skipped)
    assert "link" in why["link.json"] and "link" in why["loop"] and why["pipe.json"] == "is no file"
    assert any(reason == "lies too deep" for reason in why.values())


def test_damaged_files_are_left_out_each_with_a_reason(tmp_path):
    good = pack(0, "Fox", 1)
    odd = {
        "empty.json": b"",
        "half.json": json.dumps(good).encode()[:5_000],
        "list.json": b"[]",
        "text.json": b'"hrtrainer-pack-1"',
        "other.json": b'{"format": "something"}',
        "newer.json": b'{"format": "hrtrainer-pack-2"}',
        "deep.json": b"[" * 100_000,
        "nan.json": json.dumps(good).encode().replace(b'"seed": ', b'"seed": NaN, "x": '),
        "binary.json": bytes(range(256)),
        "large.json": b" " * (MOST_BYTES + 1),
        "number.json": b'{"format": ' + b"1" * 10_000 + b"}",
        "mark.json": json.dumps(good).replace('"supports"', '"splendid"').encode(),
    }
    for name, data in odd.items():
        write(tmp_path / name, data)
    write(tmp_path / "good.json", good)
    found = collect([tmp_path])
    assert found.files == 1 and len(found.sessions) == 1
    assert {name for name, _ in found.skipped} == set(odd) and all(why for _, why in found.skipped)


@settings(max_examples=200, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_whatever_stands_in_a_file_it_is_read_or_refused(data):
    file = copy.deepcopy(data.draw(st.sampled_from([plain(told(0)), pack(1, "Fox", 1)])))
    odd = st.sampled_from(
        [None, True, -1, 1.5, 10**30, "", "x" * 9_000, [], [1], {}, {"count": "3"}, "\ud800\u202e"]
    ).map(copy.deepcopy)
    for _ in range(data.draw(st.integers(1, 3))):
        place = file
        for _ in range(data.draw(st.integers(0, 4))):
            inside = [one for one in (place.values() if isinstance(place, dict) else place) if one and one != file]
            inside = [one for one in inside if isinstance(one, dict | list)]
            if inside:
                place = data.draw(st.sampled_from(inside))
        if isinstance(place, dict) and place:
            place[data.draw(st.sampled_from(sorted(place)))] = data.draw(odd)
    try:
        found = sessions_in(json.dumps(file).encode())
    except OddFile as refused:
        assert str(refused)
        return
    for one in found:
        assert "\u202e" not in repr(one) and "\ud800" not in one.title


def test_a_session_that_is_handed_over_twice_counts_once(tmp_path):
    write(tmp_path / "a.json", pack(0, "Fox", 1))
    write(tmp_path / "b.json", json_bytes(told(0, "Fox", 1)))
    found = collect([tmp_path])
    assert len(found.sessions) == 1 and found.skipped == (("b.json", "holds what a.json holds too"),)


def test_the_table_has_a_row_a_principle_and_adds_nothing_up(tmp_path):
    write(tmp_path / "a.json", pack(0, "Fox", 1))
    write(tmp_path / "b.json", json_bytes(told(1, "Birch", 2)))
    found = rows(table(collect([tmp_path])))
    assert [row["code name"] for row in found] == sorted(row["code name"] for row in found)
    played = [one for one in told(0).principles if one.moments]
    assert [row["principle"] for row in found if row["file"] == "a.json"] == [one.name for one in played]
    assert all(row["supported"] == "" for row in found if row["file"] == "a.json")  # its counts were not handed over
    assert all(row["supported"] for row in found if row["file"] == "b.json")
    assert not any("total" in name or "score" in name for name in HEAD)


def test_the_page_says_the_same_and_ranks_nobody(tmp_path):
    for number, name in enumerate(("Willow", "Birch", "Fox")):
        write(tmp_path / f"{number}.json", pack(number, name, number))
    write(tmp_path / "odd.json", b"")
    text = page(collect([tmp_path])).decode()
    assert text.index(">Birch<") < text.index(">Fox<") < text.index(">Willow<")
    assert "3 conversations in 3 files, 3 code names." in text and "<bdi>odd.json</bdi> <bdi>is no JSON</bdi>." in text


def test_what_others_wrote_is_inert(tmp_path):
    hostile = "=1+1<script>alert(1)</script>{{ 7*7 }}\u202e"
    file = pack(0, "Fox", 1)
    file["code_name"] = hostile[:60]
    file["sessions"][0]["scenario"]["title"] = file["sessions"][0]["ending"]["title"] = hostile
    file["sessions"][0]["principles"][0]["name"] = hostile
    write(tmp_path / ("<b>" if os.name == "posix" else "b") / "a.json", file)
    found = collect([tmp_path])
    text = page(found).decode()
    assert "<script" not in text and "<b>" not in text and "\u202e" not in text and "{{ 7*7 }}" in text
    for row in rows(table(found)):
        assert row["code name"].startswith("'=") and row["title"].startswith("'=")


def test_what_is_not_there_is_told():
    with pytest.raises(Problem) as gone:
        collect([Path("nowhere-at-all")])
    assert gone.value.code == "F30"
