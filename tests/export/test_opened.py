"""Every kind of web page opened in headless Chromium: silent, asking for nothing, and nothing that axe-core minds."""

import json
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from hrtrainer.export.group_report import render_report
from hrtrainer.export.html import html_bytes
from hrtrainer.forming.reading import read_form
from hrtrainer.receiving.folder import Collected
from hrtrainer.receiving.overview import page
from hrtrainer.receiving.sessions import sessions_in
from hrtrainer.receiving.team import render_team
from tests.export import sample
from tests.export.test_group_report import filled
from tests.export.test_hostile import PAYLOADS
from tests.group.test_report import led, report
from tests.receiving.files import pack
from tests.receiving.test_team import handed_over, sets
from tests.stage import ASSETS

TOOLS = os.environ.get("BROWSER_TOOLS", "")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(
    not (TOOLS and CHROMIUM and shutil.which("node")),
    reason="no Chromium or node, or BROWSER_TOOLS names no folder with puppeteer-core and axe-core",
)
VIEWS = 4
WORST = " ".join(PAYLOADS).encode("utf-8", "replace").decode()
ODD = b"""<!doctype html><html><body><script>console.log("odd")</script><img src="http://127.0.0.1:9/x.png">
<p style="color: #aaa; width: 4000px">Faint</p></body></html>"""


def pages() -> dict[str, bytes]:
    """Each kind of page that the program writes, plain and with the worst in it."""
    house = read_form(ASSETS / "guide" / "form-example" / "our-form.json")
    hostile = sample.pack(sample.filled_with(sample.typical(), WORST))
    collected = handed_over(7, 2)
    left_out = Collected(collected.files + 1, collected.sessions, (("odd.json", "is no session file"),))
    (hostile_one,) = sessions_in(json.dumps(pack(0, WORST, 0) | {"code_name": WORST}).encode())
    usual, fonts = replace(house, logo=b"", word=b""), ASSETS / "fonts"
    return {
        "full": html_bytes(sample.full(), usual, fonts),
        "chosen": html_bytes(sample.chosen(), replace(house, sections=usual.sections), fonts),
        "bare": html_bytes(sample.pack(sample.bare()), replace(usual, sections=replace(house).sections), fonts),
        "hostile": html_bytes(hostile, usual, fonts),
        "group": render_report(report(led()), "html", fonts),
        "group hostile": render_report(filled(report(led()), WORST), "html", fonts),
        "collected": page(left_out),
        "collected hostile": page(Collected(2, (("x", hostile_one),), ((WORST, WORST),))),
        "team": render_team(collected, sets(), "html", fonts),
        "odd": ODD,
        "few": render_team(handed_over(2), sets(), "html", fonts),
    }


@pytest.fixture(scope="module")
def looks(tmp_path_factory: pytest.TempPathFactory) -> list[dict]:
    """What was found in every page, in each of its views."""
    folder = tmp_path_factory.mktemp("pages")
    for name, data in pages().items():
        (folder / f"{name}.html").write_bytes(data)
    command = [
        "node",
        str(Path(__file__).with_name("opened.mjs")),
        TOOLS,
        CHROMIUM,
        *sorted(map(str, folder.iterdir())),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert len(found) == VIEWS * len(pages())
    return found


def told(looks: list[dict], key: str) -> list[tuple]:
    """What was found in our own pages."""
    return [(Path(one["page"]).stem, one["view"], one[key]) for one in looks if one[key] and not is_odd(one)]


def is_odd(look: dict) -> bool:
    return Path(look["page"]).stem == "odd"


def test_what_is_odd_is_found_by_the_same_means(looks):
    for one in filter(is_odd, looks):
        assert "odd" in one["said"] and one["asked"] == ["http://127.0.0.1:9/x.png"] and one["over"] > 0
        found = " ".join(one["against"])
        assert "image-alt" in found and "html-has-lang" in found and "color-contrast" in found


def test_no_page_says_anything_or_asks_for_anything(looks):
    assert told(looks, "said") == told(looks, "asked") == told(looks, "scripts") == []


def test_axe_has_nothing_against_any_page(looks):
    assert told(looks, "against") == []


def test_no_page_is_wider_than_its_window(looks):
    assert [one for one in told(looks, "over") if one[2] > 0] == []
