"""Large texts that were written to hurt, and the code that each is told of with."""

from tests.stage import BASE

LARGE = {
    "deep-flow-seq": ("[" * 100_000 + "]" * 100_000, "S005"),
    "deep-flow-map": ("{a: " * 100_000 + "}" * 100_000, "S005"),
    "deep-flow-unclosed": ("[" * 100_000, "S005"),
    "deep-block-seq": ("- " * 10_000 + "x", "S005"),
    "deep-complex-key": ("? " * 100_000, "S015"),
    "deep-brackets-in-a-value": ("title: " + "[" * 100_000, "S005"),
    "alias-quadratic": (f"title: a\nbig: &b '{'x' * 10_000}'\nall: [{'*b, ' * 20_000}]", "S008"),
    "alias-bomb": ("a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(30)), "S008"),
    "sexagesimal": ("minutes: 1" + ":59" * 50_000, "S007"),
    "digits": ("minutes: " + "9" * 15_000, "S102"),
    "one-word": ("title: " + "a" * 1_000_000, "S007"),
    "many-documents": ("--- a\n" * 50_000, "S011"),
    "many-keys": ("".join(f"key{n}: x\n" for n in range(60_000)), "S101"),
    "many-scenes": ("scenes:\n" + "".join(f"  s{n}: {{to: end}}\n" for n in range(20_000)), "S102"),
    "many-choices": (
        "scenes:\n  a:\n    choices:\n" + "".join(f"    - {{id: c{n}, say: x, to: end}}\n" for n in range(35_000)),
        "S102",
    ),
    "many-unknown-scenes": (
        BASE + "".join(f"  e{n}: {{title: x, kind: missed, when: seen a{n}, lines: []}}\n" for n in range(9_000)),
        "S115",
    ),
    "a-long-way-round": (
        BASE.replace("scenes:\n", "scenes:\n" + "".join(f"  s{n}: {{to: s{n + 1}}}\n" for n in range(25_000))),
        "S201",
    ),
    "many-misspelt-ways": (
        BASE.replace("scenes:\n", "scenes:\n" + "".join(f"  s{n}: {{to: t{n}}}\n" for n in range(25_000))),
        "S201",
    ),
    "blank-lines": ("\n" * 1_000_000, "S012"),
    "blank-line": (" " * 1_000_000 + "x: y", "S102"),
    "quotation-marks": ('"' * 100_000, "S012"),
}
