"""An independent reader of Twee 3, extwee from npm, reads what goes out as it was meant; what it compiles comes back.

npm puts it into the folder `hrtrainer-extwee` of the temporary folder, the first time.
Without node, npm or a network this is left out, and says so.
"""

import json
import shutil
import subprocess
from pathlib import Path
from tempfile import gettempdir

import pytest

from hrtrainer.scenario.known import Known
from hrtrainer.twee.bringing import bring
from hrtrainer.twee.outgoing import story_of
from tests.twee.test_round_trip import TEXTS, home, opened, out
from tests.twee.trees import tree

EXTWEE = "extwee@2.3.18"
SCRIPT = Path(__file__).with_name("extwee.mjs")


@pytest.fixture(scope="module")
def folder() -> Path:
    """A folder with extwee in its node_modules."""
    if not shutil.which("node") or not shutil.which("npm"):
        pytest.skip("no node and npm here")
    place = Path(gettempdir()) / "hrtrainer-extwee"
    if not (place / "node_modules" / "extwee").is_dir():
        place.mkdir(exist_ok=True)
        npm = [str(shutil.which("npm")), "install", "--prefix", str(place), "--ignore-scripts", "--no-audit", EXTWEE]
        try:
            done = subprocess.run(npm, capture_output=True, text=True, timeout=120, cwd=place)
        except subprocess.TimeoutExpired:
            pytest.skip("npm did not answer")
        if done.returncode != 0:
            pytest.skip(f"npm could not install {EXTWEE}")
    return place


@pytest.mark.parametrize("name", TEXTS)
def test_another_reader_sees_the_same_story_and_its_page_comes_back(
    name: str, folder: Path, tmp_path: Path, known: Known
) -> None:
    twee, page = tmp_path / "story.twee", tmp_path / "story.html"
    twee.write_text(out(tree(TEXTS[name])), encoding="utf-8")
    done = subprocess.run(
        ["node", str(SCRIPT), str(folder), str(twee), str(page)], capture_output=True, encoding="utf-8", timeout=60
    )
    assert done.returncode == 0, done.stderr
    read, story = json.loads(done.stdout), story_of(tree(TEXTS[name]))
    assert (read["name"], read["ifid"], read["start"]) == (story.title, story.ifid, story.start)
    seen = [(one["name"], one["tags"], one["text"].strip(), one["metadata"]["position"]) for one in read["passages"]]
    meant = [(one.name, list(one.tags), one.text.strip(), one.position) for one in story.passages]
    assert [one for one in seen if not one[0].startswith("Story")] == meant
    scenario, text = home(page.read_text(encoding="utf-8"), known)
    assert scenario == opened(TEXTS[name], known)
    (brought,) = bring(page.read_text(encoding="utf-8"), "story.html", known)
    assert brought.told == ()
    assert list(scenario.scenes) == list(opened(text, known).scenes)
