"""hrtrainer reply, as somebody types it."""

import json

import icalendar

from hrtrainer.cli.main import run
from hrtrainer.cli.words import parse


def said(capsys, tmp_path, *words):
    status = run(parse(["--home", str(tmp_path / "home"), *words]))
    found = capsys.readouterr()
    return status, found.out, found.err


def test_a_reply_is_written_by_one_and_opened_by_another(tmp_path, capsys):
    file, ics = tmp_path / "reply.json", tmp_path / "next.ics"
    wanted = ["reply", "-o", str(file), "--practise", "Ask first.", "--line", "What do you know?", "--by", "Ash"]
    wanted += ["--scenario", "in-a-rush", "--next", "2026-12-03T14:30"]
    assert said(capsys, tmp_path, *wanted)[0] == 0
    assert json.loads(file.read_text(encoding="utf-8"))["time"] == "14:30"
    assert said(capsys, tmp_path, *wanted)[0] == 2  # it is there already
    status, told, _ = said(capsys, tmp_path, "reply", str(file), "--ics", str(ics))
    assert status == 0 and "Agreed with Ash: Ask first." in told and "3 December 2026, 14:30" in told
    assert len(icalendar.Calendar.from_ical(ics.read_bytes()).walk("VEVENT")) == 1
    assert (tmp_path / "home" / "agreed.json").exists()


def test_what_is_odd_is_told(tmp_path, capsys):
    out = str(tmp_path / "reply.json")
    for words in (
        ["reply"],
        ["reply", "-o", out],
        ["reply", "-o", out, "--practise", "x", "--next", "soon"],
        ["reply", "-o", out, "--practise", "x", "--principle", "nowhere"],
        ["reply", "-o", out, "--practise", "x", "--ics", str(tmp_path / "a.ics"), "--force"],
        ["reply", str(tmp_path / "nowhere.json")],
    ):
        status, _, err = said(capsys, tmp_path, *words)
        assert status == 2 and err.startswith(("hrtrainer: ", "Saved reply.json.\nhrtrainer: ")), words
