"""The parts of a graph in which each name can be come to from each other."""

from collections.abc import Collection, Iterator, Mapping


def parts(ahead: Mapping[str, Collection[str]]) -> Iterator[set[str]]:
    """The strongly connected parts, each after all that it leads to (Tarjan's way, without recursion)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    open_ones: list[str] = []
    closed: set[str] = set()
    for root in ahead:
        work = [(root, iter(ahead[root]))] if root not in index else []
        if work:
            index[root] = low[root] = len(index)
            open_ones.append(root)
        while work:
            name, tos = work[-1]
            to = next((one for one in tos if one not in closed), None)
            if to is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[name])
                if low[name] == index[name]:
                    at = open_ones.index(name)
                    yield set(open_ones[at:])
                    closed.update(open_ones[at:])
                    del open_ones[at:]
            elif to in index:
                low[name] = min(low[name], index[to])
            else:
                index[to] = low[to] = len(index)
                open_ones.append(to)
                work.append((to, iter(ahead[to])))
