"""The catalogue: every code a scenario file can get, in one table. A code is never given to another meaning."""

from hrtrainer.scenario.diagnostic import Code, Severity

E = Severity.ERROR
W = Severity.WARNING
S = Severity.SUGGESTION

CATALOGUE = (
    # text: is it a file we can read at all?
    Code("S001", E, "This is not UTF-8 text: byte {byte} cannot be read here.", "Save the file again as UTF-8{guess}."),
    Code("S002", E, "There is a character here that cannot be seen: {point}.", "Delete it and type the place again."),
    Code("S003", E, "This line cannot be read: {what}.", "{help}"),
    Code("S004", E, "The file is {size} bytes long; at most {most} are read.", "Split the conversation into two scenarios."),
    Code("S005", E, "The indentation goes more than {most} levels deep.", "A scenario never needs so many; look for stray spaces or brackets."),
    Code("S006", E, "The file holds more than {most} values.", "Split the conversation into two scenarios."),
    Code("S007", E, "This text is {length} characters long; at most {most} are read.", "Break it into several lines of speech."),
    Code("S008", E, "'{sign}' at the start of a value makes it a YAML {kind}, which scenarios do not use.", "If the words begin with {sign}, put the whole text in quotes."),
    Code("S009", E, "'!' at the start of a value makes it a YAML tag, which scenarios do not use.", "If the words begin with !, put the whole text in quotes."),
    Code("S010", E, "The key '{key}' stands here a second time; the first is in line {first}.", "Give one of the two another name, or delete it."),
    Code("S011", E, "A second document begins here.", "Keep one conversation a file; delete the line '---'."),
    Code("S012", E, "There is no scenario in this file: {what}.", "Begin with the line 'format: 1'."),
    Code("S013", E, "This is {what}, not a scenario.", "Choose the .yaml file that the author wrote."),
    Code("S014", E, "A tab stands here; YAML indents with spaces only.", "Replace the tab by spaces."),
    Code("S015", E, "A key has to be a plain word.", "Text with ':' or brackets in it goes in quotes, after the key."),
    Code("S016", W, "Everything after ' #' is a comment, so the text ends at '{kept}'.", "Put the whole text in quotes to keep the words after #."),
    Code("S017", E, "The file cannot be opened: {what}.", "Look whether it is there, and whether you may read it."),
    # shape: are the parts there, and of the kind they should be?
    Code("S101", E, "{owner} has no key '{key}'.", "{guess}"),
    Code("S102", E, "{owner} needs '{key}'.", "{help}"),
    Code("S103", E, "{owner} should be {wanted}, but here stands {found}.", "{help}"),
    Code("S104", E, "'{key}' cannot be '{value}'.", "{guess}"),
    Code("S105", E, "'{key}' is empty.", "Write something, or leave the key out."),
    Code("S106", E, "'{value}' cannot be used as a name.", "Use small letters, digits and hyphens, and begin with a letter: 'first-light'."),
    Code("S107", E, "'{key}' should be between {least} and {most}, but it is {value}.", ""),
    Code("S108", E, "A line needs one speaker, but here {found}.", "Write 'narrator: ...', 'you: ...' or the id of a person."),
    Code("S109", E, "The scene '{scene}' has neither choices nor 'to'.", "Add choices, or say where it goes on: 'to: end'."),
    Code("S110", E, "The scene '{scene}' has choices and 'to'.", "Each choice says where it goes; delete the scene's 'to'."),
    Code("S111", E, "What is said is {length} characters long; at most {most} fit on a choice.", "Shorten it, or let the talk go on in the reply."),
    Code("S112", E, "'{value}' is not a date.", "Write year, month and day: 2026-11-21."),
    Code("S113", E, "The behaviour '{behaviour}' has no reason.", "Say in a sentence why this line shows it."),
    Code("S114", E, "This scenario is written in format {value}; this program reads format 1.", "A newer HR Trainer may open it."),
    Code("S115", E, "{what}", "Only the last way on stands without 'when', and it always stands last."),
    Code("S116", E, "The condition cannot be read: {what}.", "{help}"),
    Code("S117", E, "The choice '{choice}' stands in the scene '{scene}' twice.", "Give one of them another id."),
    Code("S118", E, "'{value}' cannot be the id of {owner}: {what}.", "Give it another id."),
    Code("S119", E, "'{code}' cannot be accepted: {what}.", "{guess}"),
    # references: does everything that is named exist?
    Code("S201", E, "There is no scene '{name}'.", "{guess}"),
    Code("S202", E, "There is no behaviour '{name}'.", "{guess}"),
    Code("S203", E, "There is no move '{name}'.", "{guess}"),
    Code("S204", E, "There is no board card '{name}'.", "{guess}"),
    Code("S205", E, "There is no ledger entry '{name}'.", "{guess}"),
    Code("S206", E, "There is no meter '{name}'.", "{guess}"),
    Code("S207", E, "Nobody called '{name}' is in this scenario.", "{guess}"),
    Code("S208", E, "The condition names '{name}', which is not {wanted}.", "{guess}"),
    Code("S209", E, "There is no strategy '{name}'.", "{guess}"),
    Code("S210", E, "There is no source '{name}'.", "{guess}"),
    Code("S211", E, "There is no regional fact '{name}'.", "{guess}"),
    Code("S212", W, "There is no picture '{name}'; a plain one is shown.", "{guess}"),
    Code("S213", E, "'lets-a-known-risk-pass' needs a risk that the worker already knows.", "List it in the scene: 'known_risks: [...]'."),
    Code("S214", E, "The quoted words '{quote}' are not in what is said or answered.", "Copy them from the line exactly."),
    Code("S215", E, "{person} is never '{name}'.", "{guess}"),
    Code("S216", E, "There is no principle '{name}'.", "{guess}"),
    Code("S217", E, "The scenes {scenes} go on into one another for ever, with no choice on the way.", "Send one of them to a scene with choices, or to an ending."),
    Code("S218", W, "The id '{name}' is already taken by {other}; that one is shown.", "Give this scenario an id of its own."),
    # advice: it plays, but somebody should look
    Code("S301", W, "No way leads to the scene '{scene}'.", "Point a choice at it, or delete it."),
    Code("S302", W, "'short' has {words} words; a room reads {most} at most.", "Shorten it for the wall."),
    Code("S303", W, "This line has {words} words; {most} at most fit on the wall.", "Break it into two lines."),
    Code("S304", W, "The turning point '{scene}' has no facilitator notes.", "Add 'facilitator' with say, ask and watch."),
    Code("S305", S, "Not yet reviewed by {who}.", "It says so on the screen too. When it has been, write date and roles here."),
    Code("S306", W, "The choice '{choice}' stands at a turning point without 'short'.", "Add at most {most} words for the wall and the letter cards."),
    Code("S307", W, "Nobody answers the choice '{choice}'.", "The person's reply is the consequence; add one."),
    Code("S309", W, "'{code}' is accepted{where}, and nothing of the kind is found there any more.", "Delete it from 'accepts'."),
    Code("S310", W, "This still waits to be written: {text}", "Write it in your own words."),
    # reachability: what the exact exploration of every play finds
    Code("S401", W, "No play comes to the scene '{scene}': the ways that lead to it are never taken.", "Look at the conditions on the way there."),
    Code("S402", W, "The choice '{choice}' is never there to be taken: where it is asked, '{condition}' never holds.", "Change the condition, or delete the choice."),
    Code("S403", W, "This line is never said: where it is asked, '{condition}' never holds.", "Change the condition, or delete the line."),
    Code("S404", W, "No play comes to the ending '{ending}'.", "Look at its condition, at those of the endings before it, and at the ways that lead there."),
    Code("S405", W, "In the scene '{scene}' somebody finds nothing to say, {path}.", "Leave one choice without 'when', or give one that fits."),
    Code("S406", W, "Whatever is said, the conversation goes on for ever in {scenes}, {path}.", "Let a choice lead out of there."),
    Code("S407", W, "The condition '{condition}' holds whenever it is asked.", "Leave it out, or ask what makes a difference."),
    Code("S408", W, "The condition '{condition}' never holds when it is asked.", "Change it, or delete what waits for it."),
    Code("S409", S, "This conversation was not explored to its end: {states} states, and more. So nothing is said here of what can never happen.", "'hrtrainer analyse' goes further."),
    # teaching: does it let somebody learn?
    Code("S501", W, "In {times} of {scenes} scenes the {word} choice is one that does most; by lot it would be about {expected}.", "Let another choice be the {word} in some of them: whoever goes by length should not do well."),
    Code("S502", W, "In {times} of {scenes} scenes the {word} choice is one that does most; by lot it would be about {expected}.", "Move some choices: groups and paper go by the order of the file."),
    Code("S503", W, "In the scene '{scene}' only {choices} honours anything; every other choice that is offered with it only undermines.", "Give one of the others something true, or add a second good one with another cost."),
    Code("S504", W, "Nobody who means well would choose '{choice}': {why}.", "Make it kind, quick or a rule, so that it tempts; one thing gone wrong is enough."),
    Code("S505", W, "Whatever one says, it ends '{kind}'.", "Let some ending of another kind be reached, and say by 'when' how."),
    Code("S506", W, "At the turning point '{scene}' every choice leads to the same place and changes nothing else.", "Let a choice hear, give or change something, or lead elsewhere; or ask for it later with 'took'."),
    Code("S507", W, "Named as at stake and never decided: {principles}.", "Let the choices of a scene differ in it, or leave out the behaviour that names it."),
    Code("S508", W, "'{behaviour}' is to be reached, and nothing that can be chosen shows it.", "Show it in a choice that can be reached, or take it out of 'must_reach'."),
    Code("S509", W, "At the turning point '{scene}' the answer is no consequence: {what}.", "Let the person answer each choice in a way that only this choice brings about."),
    Code("S510", W, "People thank {thanks} times, {times} of them for a choice that only honours; by lot it would be about {expected}.", "Let people be polite to a poor line, and say nothing or joke after a good one."),
    Code("S511", W, "After '{choice}' in '{scene}' nothing kind can be said any more, though the talk could go on.", "Lead to a scene with a way back: a repair is a skill of its own."),
    Code("S512", W, "This speaks about whoever chose the line: '{words}'.", "Say what the line did: 'It came before she had asked', and not 'You were rude'."),
    Code("S513", W, "{what} reads like school year {year}; {most} at most is easy for most people.", "Make short sentences of it, with short words; begin with this text, which has the longest."),
    # language: who may say which words
    Code("S601", W, "'{words}' in {where}: {why}.", "Write instead: {instead}."),
    Code("S602", W, "'{words}' in {where}: {why}.", "Better: {instead}."),
    Code("S603", S, "'{words}' in {where}: {why}.", "Perhaps: {instead}."),
    Code("S604", W, "The choice '{choice}' says '{words}' and does not show 'uses-a-label'.", "Show it, and name the word in the reason; or write instead: {instead}."),
    Code("S605", W, "The choice '{choice}' uses a label on purpose, and the reason does not name '{words}'.", "Name the word: nobody should have to guess which one it was."),
    Code("S606", W, "This word list was to be looked at again by {next}.", "Words change. Look whether it is still right, and set 'checked' and 'next'."),
    # sources and dates
    Code("S701", W, "A statement of fact without a source: '{claim}'.", "Give the reason a 'source' (an id in assets/sources.yaml), or say what happened here instead."),
    Code("S702", W, "'{behaviour}' rests on a fact and names no source.", "Write 'source' beside 'why': an id in assets/sources.yaml."),
    Code("S703", W, "The facts of this scenario were to be checked again by {next}.", "Check them, and set 'on' and 'next'."),
    Code("S704", W, "The source '{source}' was to be looked at again by {next}.", "Open it and see whether it still says so; its dates stand in assets/sources.yaml."),
    Code("S705", W, "What '{fact}' says was to be looked at again by now in: {regions}.", "Its dates stand in assets/regions. Until then the program says on screen that it is old."),
    Code("S706", W, "The source '{source}' is named here and not listed under 'sources'.", "List it: whoever opens the file should see at its top what it rests on."),
    Code("S707", S, "The source '{source}' is listed, and no reason names it.", "Name it where a reason rests on it, or take it out of the list."),
    Code("S708", W, "The next look at the facts ({next}) does not come after the last ({on}).", "One of the two dates is a slip."),
    # translation: can it be said in another language?
    Code("S801", W, "'{language}' is not a language that is known.", "Write its short sign: en, fr, es, en-CA."),
    Code("S802", S, "No word list is for '{language}', so nobody has measured its words.", "Add one: 'The words' in the guide says how."),
    Code("S803", W, "The line id '{name}' stands here a second time; the first is in line {first}.", "Give one of the two another id: notes and translations hang on them."),
    Code("S804", S, "Some lines of this list have an id; '{name}' is counted by its place.", "Give every line of the list an id: a counted one changes when a line is put in."),
    Code("S805", W, "'{found}' is no place-holder, so it is shown as it stands.", "Place-holders read {{region:naloxone-wait}}, with the same key in every language."),
    Code("S806", S, "The words for place-holders come in {languages}; this scenario is in {language}.", "Write a region file in its language: assets/regions/README.md says how."),
    # Twine: what can be the matter with a story that is brought in
    Code("T001", E, "There is no Twine story in this file: {what}.", "In Twine: Build, then Export As Twee, or Publish to File."),
    Code("T002", E, "The story holds more than {most} {what}.", "Bring it in in parts."),
    Code("T003", W, "What stands behind the name of the passage '{name}' cannot be read, and is left out.", "Write it as Twine does: {{\"position\":\"100,100\"}}."),
    Code("T004", W, "The passage '{name}' is here twice; links lead to the first.", "Give one of them another name."),
    Code("T005", E, "This note cannot be read: {what}.", "Notes begin with <!-- hr: and end with -->; export the scenario again to see how they look."),
    Code("T006", E, "This note is about a {kind}{id} that does not stand before it.", "Delete the note, or put what it is about back in front of it."),
    Code("T007", W, "The passage '{name}' holds code or private notes, and is not carried over.", "What it does in Twine has to be said in the scenario."),
    Code("T008", E, "The passage '{name}' says which ending comes; nothing else can stand in it.", "Write only lines like this one: to [[an-ending]] when trust >= 2"),
    Code("T009", E, "'{name}' is not an ending.", "Give the passage the tag 'ending', or lead to it from a scene."),
    Code("T010", S, "The link '{text}' has no note yet; it is the choice '{choice}' now.", "Add what it shows and what the person answers."),
    Code("T011", S, "The scene or ending '{old}' is called '{new}' now.", "Sessions that were kept hang on the old name."),
    Code("T012", W, "Not carried over from the passage '{name}': {left}", "All of them stand in notes above the scene; say in the scenario what they did."),
    Code("T013", W, "There is no passage '{name}'; the choice leads to the end for now.", "Write the scene, and lead the choice to it."),
)  # fmt: skip

BY_ID = {code.id: code for code in CATALOGUE}

_KEPT = frozenset({"S218", "S305", "S309", "S606"})
"""No errors, and yet no scenario can turn them off: an id that is taken, a missing review, what is accepted in vain, and
what is told of another file."""


def acceptable() -> tuple[str, ...]:
    """The ids of the codes that a scenario may accept with a reason."""
    return tuple(
        code.id for code in CATALOGUE if code.id.startswith("S") and code.severity is not E and code.id not in _KEPT
    )
