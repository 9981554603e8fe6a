"""Copies of nested, shared and cyclic structures: recursion by type, a memo by identity, dispatch in a dict."""
import sys

SIZE = 350


class Node:
    def __init__(self, name):
        self.name = name
        self.children = []
        self.parent = None
        self.tags = {}


def copy_list(value, memo):
    result = []
    memo[id(value)] = result
    for item in value:
        result.append(deep_copy(item, memo))
    return result


def copy_dict(value, memo):
    result = {}
    memo[id(value)] = result
    for key, item in value.items():
        result[deep_copy(key, memo)] = deep_copy(item, memo)
    return result


def copy_tuple(value, memo):
    items = [deep_copy(item, memo) for item in value]
    for before, after in zip(value, items):
        if before is not after:
            return tuple(items)
    return value


def copy_set(value, memo):
    return {deep_copy(item, memo) for item in value}


def copy_object(value, memo):
    result = value.__class__.__new__(value.__class__)
    memo[id(value)] = result
    for name, item in value.__dict__.items():
        setattr(result, name, deep_copy(item, memo))
    return result


COPIERS = {list: copy_list, dict: copy_dict, tuple: copy_tuple, set: copy_set}
ATOMIC = {int, float, str, bool, type(None)}


def deep_copy(value, memo):
    kind = type(value)
    if kind in ATOMIC:
        return value
    known = memo.get(id(value))
    if known is not None:
        return known
    copier = COPIERS.get(kind, copy_object)
    return copier(value, memo)


def forest(depth, width):
    node = Node(f"n{depth}")
    for i in range(width if depth else 0):
        child = forest(depth - 1, width)
        child.parent = node
        child.tags[i, depth] = ["tag", {i, depth}, (1, 2.5, [depth])]
        node.children.append(child)
    return node


def measure(node):
    return 1 + sum([measure(child) for child in node.children]) + len(node.tags)


def run(n=SIZE):
    original = forest(4, 3)
    copies = [deep_copy(original, {}) for _ in range(n)]
    last = copies[-1]
    shared = last.children[0].parent is last and last is not original
    last.children[0].tags.clear()
    return f"{measure(original)} {measure(last)} {shared} {sum([measure(copy) for copy in copies])}"


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
