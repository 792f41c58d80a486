"""Code names to draw from: plants, which say nothing about whoever is called after them."""

from collections.abc import Callable, Sequence

CODE_NAMES = (
    "Alder", "Anise", "Arnica", "Aster", "Birch", "Borage", "Bracken", "Burdock", "Campion", "Caraway", "Clover",
    "Comfrey", "Cowslip", "Elder", "Fennel", "Fern", "Foxglove", "Gorse", "Hawthorn", "Hazel", "Juniper", "Larch",
    "Lichen", "Linden", "Lovage", "Mallow", "Maple", "Meadowsweet", "Mint", "Mugwort", "Mullein", "Nettle", "Rowan",
    "Rush", "Sage", "Sedge", "Sorrel", "Spruce", "Tansy", "Teasel", "Thistle", "Thyme", "Vetch", "Willow", "Yarrow",
)  # fmt: skip


def another_name(name: str, draw: Callable[[Sequence[str]], str]) -> str:
    """A code name that is not `name`; `draw` takes one of several."""
    return draw([one for one in CODE_NAMES if one.casefold() != name.strip().casefold()])
