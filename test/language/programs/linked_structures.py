# A linked list, a binary search tree, a trie and an LRU cache, with their protocols.
class Linked:
    class Node:
        __slots__ = ("value", "next")
        def __init__(self, value, next=None): self.value, self.next = value, next
    def __init__(self, items=()):
        self.head, self.size = None, 0
        for x in reversed(list(items)): self.push(x)
    def push(self, x): self.head = self.Node(x, self.head); self.size += 1
    def pop(self):
        if not self.head: raise IndexError("pop from an empty list")
        x, self.head = self.head.value, self.head.next; self.size -= 1; return x
    def __iter__(self):
        n = self.head
        while n: yield n.value; n = n.next
    def __len__(self): return self.size
    def __getitem__(self, i):
        for j, x in enumerate(self):
            if j == i: return x
        raise IndexError(i)
    def reverse(self):
        before = None
        while self.head: self.head.next, before, self.head = before, self.head, self.head.next
        self.head = before
    def __repr__(self): return " -> ".join(map(repr, self)) or "empty"
l = Linked([1, "two", 3.0]); l.push(None); print(l, len(l), l[2], "two" in l, l.pop(), list(l)); l.reverse(); print(l, max(Linked([3, 9, 2])), Linked())
class BST:
    def __init__(self): self.root = None
    def add(self, key):
        if self.root is None: self.root = [key, None, None]; return
        node = self.root
        while True:
            side = 1 if key < node[0] else 2
            if key == node[0]: return
            if node[side] is None: node[side] = [key, None, None]; return
            node = node[side]
    def __iter__(self):
        stack, node = [], self.root
        while stack or node:
            while node: stack.append(node); node = node[1]
            node = stack.pop(); yield node[0]; node = node[2]
    def depth(self):
        def d(n): return 0 if n is None else 1 + max(d(n[1]), d(n[2]))
        return d(self.root)
    def __contains__(self, key):
        node = self.root
        while node and node[0] != key: node = node[1 if key < node[0] else 2]
        return node is not None
t = BST()
for i in range(50): t.add(i * 37 % 53)
print(list(t) == sorted(t), len(list(t)), t.depth(), 5 in t, 99 in t)
class Trie(dict):
    def add(self, word):
        node = self
        for c in word: node = node.setdefault(c, Trie())
        node[""] = True
    def starting(self, prefix):
        node = self
        for c in prefix:
            if c not in node: return
            node = node[c]
        stack = [(prefix, node)]
        while stack:
            word, node = stack.pop()
            for c in sorted(node, reverse=True):
                if c: stack.append((word + c, node[c]))
            if "" in node: yield word
trie = Trie()
for w in "car card care cat dog do".split(): trie.add(w)
print(list(trie.starting("car")), list(trie.starting("do")), list(trie.starting("x")), sorted(trie.starting("")))
class LRU:
    def __init__(self, size): self.size, self.data = size, {}
    def __getitem__(self, k): v = self.data.pop(k); self.data[k] = v; return v
    def __setitem__(self, k, v):
        self.data.pop(k, None); self.data[k] = v
        if len(self.data) > self.size: del self.data[next(iter(self.data))]
c = LRU(2); c["a"] = 1; c["b"] = 2; c["a"]; c["c"] = 3; print(c.data)
try: c["b"]
except KeyError as e: print("gone", e)
