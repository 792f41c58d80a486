"""Settings: what was set comes back, what is not understood is told and replaced, nothing that stood there is lost."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hrtrainer.group.action import Action
from hrtrainer.group.agenda import Agenda, agenda_of, agenda_text
from hrtrainer.group.keys import keys_text, read_keys
from hrtrainer.settings import TEXT_SIZES, THEMES, Settings, read_settings, write_settings

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
KEYS = [name for name in Settings._fields if name != "others"]


def test_what_was_set_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.json"
    settings = Settings("dark", 150, True, "camh", "usa", "debrief-only", "Tansy", ("loss",), (1, 2, 3, 4), True, "/x")
    settings = settings._replace(show_growth=False, keep_sessions=False)
    write_settings(path, settings)
    assert read_settings(path) == (settings, ())


def test_keys_of_a_newer_program_are_written_back(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"theme": "dark", "voice": {"rate": 2}}), encoding="utf-8")
    settings, told = read_settings(path)
    assert settings.theme == "dark" and told == ()
    write_settings(path, settings._replace(text_size=200))
    data = json.loads(path.read_text(encoding="utf-8"))
    assert (data["voice"], data["text_size"]) == ({"rate": 2}, 200)


@example({"window": [0, 0, 10**12, 5]})
@example({"code_name": "\ud800"})
@given(st.dictionaries(st.sampled_from(KEYS), JSON))
def test_any_value_is_taken_or_told_and_replaced(
    tmp_path_factory: pytest.TempPathFactory, data: dict[str, object]
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    settings, told = read_settings(path)
    assert settings.theme in THEMES and settings.text_size in TEXT_SIZES
    assert isinstance(settings.keep_sessions, bool) and all(isinstance(one, str) for one in settings.left_out)
    usual = Settings()
    for key in data:
        wrong = any(f"'{key}'" in sentence for sentence in told)
        assert not wrong or getattr(settings, key) == getattr(usual, key)
    write_settings(path, settings)
    assert read_settings(path) == (settings, ())


@pytest.mark.parametrize("text", ["", "{", "[1, 2]", '"dark"', "\ufffd", "{'theme': 'dark'}"])
def test_a_file_that_cannot_be_read_is_kept_aside_before_it_is_written_over(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="utf-8")
    assert read_settings(path) == (
        Settings(),
        ("The settings file cannot be read; the usual ones are in use.",),
    )
    settings, told = read_settings(path, set_aside=True)
    assert settings == Settings()
    assert told == (
        "The settings file cannot be read; the usual ones are in use. "
        "What stood in it is kept as settings-unreadable.json.",
    )
    write_settings(path, settings)
    assert (tmp_path / "settings-unreadable.json").read_text(encoding="utf-8") == text


def test_the_folder_of_a_person_is_not_written_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "lovelace"
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    path = tmp_path / "settings.json"
    write_settings(path, Settings(save_folder=str(home / "papers")))
    assert "lovelace" not in path.read_text(encoding="utf-8")
    assert read_settings(path)[0].save_folder == str(home / "papers")


def test_keys_and_plans_for_a_room_go_through_the_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    agenda = Agenda(90, ("counter",), support="Rosa")
    keys = {Action.BLACK: ("Y",)}
    plans = {"Tuesdays": json.loads(agenda_text(agenda))}
    write_settings(path, Settings(room_keys=keys_text(keys), room_plans=plans, wall_dark=True))
    settings, told = read_settings(path)
    assert told == () and settings.wall_dark
    assert read_keys(settings.room_keys) == keys
    assert agenda_of(settings.room_plans["Tuesdays"]) == agenda
    write_settings(path, settings)
    assert read_settings(path) == (settings, ())
