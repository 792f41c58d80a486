"""The word lists of one check: the program's own, the organisation's in its home folder, and those that are named."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from hrtrainer.checks.language import try_word_list
from hrtrainer.checks.wordlist import broken
from hrtrainer.cli.ground import Ground
from hrtrainer.scenario.codes import BY_ID
from hrtrainer.scenario.library import Unopened, read_text
from hrtrainer.scenario.lookup import Reference, WordFile


def own_lists(ground: Ground, words: Namespace) -> list[Path]:
    """Where lists of an organisation may lie; the one at home need not be there."""
    return [ground.paths.own_words, *words.language]


def with_own_lists(ground: Ground, words: Namespace) -> Reference:
    """The reference data with all lists of this check. Raises Problem F14 for a list that cannot be used."""
    home, *named = own_lists(ground, words)
    files = [_read(home, home.name)] if home.exists() else []
    files += [_read(path, str(path)) for path in named]
    for file in files:
        try_word_list(file)
    return replace(ground.reference, word_files=(*ground.reference.word_files, *files))


def _read(path: Path, name: str) -> WordFile:
    try:
        return WordFile(name, read_text(path))
    except Unopened as found:
        code = BY_ID[found.code]
        raise broken(
            name, found.spot, code.template.format(**found.values), code.hint.format(**found.values)
        ) from found
