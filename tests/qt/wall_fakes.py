"""What stands in for the system and for a room where the wall is tried out."""

from hrtrainer.pages.wall import CloseWall, PauseWall, SceneWall, VoteWall, Wall, WallPage
from hrtrainer.pages.wall_parts import Option, Section, Spoken
from hrtrainer.qt.look import load_fonts
from hrtrainer.qt.wall.look import DAY, WallLook
from hrtrainer.qt.wall.showing import Showing
from tests.stage import ASSETS

LONG = SceneWall("kitchen", "At home", tuple(Spoken("Jo", " ".join(["Nothing new here."] * 9)) for _ in range(4)))
SAID = "One more of these, and a bit more."
VOTE = VoteWall("What do you say?", tuple(Option(letter, "circle", SAID) for letter in "ABCD"), "Up.", 0, 22)
REST = PauseWall("Take a breath.", "You can step out.")
CLOSE = CloseWall(3, "What the report will say", (Section("Said", (("A line.", False),) * 40),), "Strike anything?")


def look() -> WallLook:
    load_fonts(ASSETS / "fonts", first=True)
    load_fonts(ASSETS / "fonts", first=False)
    return WallLook(DAY, 100, ASSETS)


def showing(reduced_motion: bool = False) -> Showing:
    return Showing(look()._replace(reduced_motion=reduced_motion))


def wall(page: WallPage, hidden: bool = False, scale: int = 100) -> Wall:
    return Wall(page, scale, hidden)


class FakeAwake:
    """Notes what was asked of it."""

    def __init__(self, works: bool = True) -> None:
        self.works = works
        self.asked: list[str] = []

    def hold(self) -> bool:
        self.asked.append("hold")
        return self.works

    def release(self) -> None:
        self.asked.append("release")
