"""Why each code about a story from Twine matters, with a slip and the same lines mended."""

WHYS = {
    "T001": "Without passages there is nothing that could become a scene.",
    "T002": "The limit keeps a damaged file from stopping the program. No conversation has so many parts.",
    "T003": "Only the place on the map is lost; the words of the passage are kept.",
    "T004": "Twine tells passages apart by their names alone, so the second could never be reached.",
    "T005": "What stands in the note would be lost, so nothing is written until it can be read.",
    "T006": "It cannot be known any more what the note is about, and guessing would give it to another line.",
    "T007": "Scripts and styles change what happens in Twine only.",
    "T008": "The program takes the first ending whose condition holds. Words in between would be shown to nobody.",
    "T009": "Where a conversation ends has to be an ending, with a title and a kind.",
    "T010": "So that you notice when a link was added by mistake, and do not forget to write its answer.",
    "T012": "Macros change what a passage does, and the program cannot know what they meant.",
    "T013": "In Twine the link leads nowhere yet. The draft plays all the same.",
    "T011": "The name of a passage is the id of a scene, and an id is for ever.",
}

SPECIAL = {
    "T012": (
        "Not carried over from the passage 'Door': (set: $trust to 1)",
        ":: Door\n(set: $trust to 1)Sam leans in.",
        ":: Door\nSam leans in.",
    ),
    "T013": (
        "There is no passage 'Porch'; the choice leads to the end for now.",
        ":: Door\n[[Go out->Porch]]",
        ":: Door\n[[Go out->Porch]]\n\n:: Porch\nIt rains.",
    ),
    "T001": (
        "There is no Twine story in this file: no line of it begins with '::' and the name of a passage.",
        "The door\n\nnarrator: Sam leans in.",
        ":: The door\nnarrator: Sam leans in.",
    ),
    "T003": (
        "What stands behind the name of the passage 'door' cannot be read, and is left out.",
        ':: door [turning-point] {"position":"150,150"',
        ':: door [turning-point] {"position":"150,150"}',
    ),
    "T004": (
        "The passage 'porch' is here twice; links lead to the first.",
        ":: porch\n...\n:: porch\n...",
        ":: porch\n...\n:: back-porch\n...",
    ),
    "T005": (
        "This note cannot be read: it never ends; --> is missing.",
        "<!-- hr: choice wave\nheadline: The door stayed open.",
        "<!-- hr: choice wave\nheadline: The door stayed open.\n-->",
    ),
    "T006": (
        "This note is about a choice 'wave' that does not stand before it.",
        "<!-- hr: choice wave\nheadline: The door stayed open.\n-->",
        "[[See you soon.->gone]]\n<!-- hr: choice wave\nheadline: The door stayed open.\n-->",
    ),
    "T007": (
        "The passage 'Code' holds code or private notes, and is not carried over.",
        ":: Code [script]\nalert(1)",
        "# (no such passage)",
    ),
    "T008": (
        "The passage 'end' says which ending comes; nothing else can stand in it.",
        ":: end [first-that-fits]\nThis is how it ends.\nto [[gone]]",
        ":: end [first-that-fits]\nto [[gone]]",
    ),
    "T009": (
        "'porch' is not an ending.",
        ":: end [first-that-fits]\nto [[porch]] when has kit\nto [[gone]]",
        ":: end [first-that-fits]\nto [[gone]]",
    ),
    "T010": (
        "The link 'Wait.' has no note yet; it is the choice 'wait' now.",
        "[[Wait.->gone]]",
        "[[Wait.->gone]]\n<!-- hr: choice wait\nreply:\n  - sam: No.\n-->",
    ),
    "T011": (
        "The scene or ending 'porch' is called 'steps' now.",
        ":: steps\n...\n<!-- hr: scene porch -->",
        ":: steps\n...\n<!-- hr: scene steps -->",
    ),
}
"""What is said, the lines before and after. tests/twee/test_codes.py sees that they are true."""

WITHOUT = {
    "T002": "There are no lines to show: the whole story is too large.",
}
