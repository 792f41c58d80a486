"""How a scenario is spelled in a story: the words that both ways, out and in, have to agree on."""

ABOUT = "About this conversation"
"""The passage that holds everything that is no scene and no ending. No id of a scene can be this name."""
ABOUT_TAG = "hr-trainer"
KEY_TAG = "turning-point"
ENDING_TAG = "ending"
END_TAG = "first-that-fits"
OWN_TAGS = frozenset({ABOUT_TAG, KEY_TAG, ENDING_TAG, END_TAG})
TAG_COLORS = {KEY_TAG: "orange", ENDING_TAG: "green", END_TAG: "green", ABOUT_TAG: "blue"}

ELSEWHERE = frozenset({"title", "start", "scenes", "endings", "twine"})
"""Top keys that have a place of their own in a story, outside of ABOUT."""

CHOICE_ORDER = tuple("id say short moves when headline shows reply hears gives changes instead to".split())
SCENE_ORDER = tuple("place key known_risks hears lines facilitator choices otherwise to".split())
ENDING_ORDER = tuple("title kind when lines".split())
"""The order in which parts are written."""

FORMAT, FORMAT_VERSION = "Chapbook", "2.3.0"
"""The story format that changes the words of a conversation least when somebody plays it in Twine."""

SIZE = "100,100"
