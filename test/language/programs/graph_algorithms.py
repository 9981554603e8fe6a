# Breadth first, depth first, Dijkstra, topological order, components, spanning tree.
import heapq
from collections import defaultdict, deque
edges = [("a", "b", 4), ("a", "c", 1), ("c", "b", 2), ("b", "d", 5), ("c", "d", 8), ("d", "e", 3), ("f", "g", 1)]
graph = defaultdict(dict)
for u, v, w in edges: graph[u][v] = w; graph[v][u] = w
def bfs(start):
    seen, queue, order = {start}, deque([start]), []
    while queue:
        n = queue.popleft(); order.append(n)
        for m in sorted(graph[n]):
            if m not in seen: seen.add(m); queue.append(m)
    return order
def dfs(n, seen=None):
    seen = seen if seen is not None else set()
    seen.add(n); yield n
    for m in sorted(graph[n]):
        if m not in seen: yield from dfs(m, seen)
def dijkstra(start):
    dist, before, heap = {start: 0}, {}, [(0, start)]
    while heap:
        d, n = heapq.heappop(heap)
        if d > dist[n]: continue
        for m, w in graph[n].items():
            if d + w < dist.get(m, float("inf")): dist[m] = d + w; before[m] = n; heapq.heappush(heap, (d + w, m))
    return dist, before
def path(before, end):
    out = [end]
    while out[-1] in before: out.append(before[out[-1]])
    return "".join(reversed(out))
print(bfs("a"), list(dfs("a"))); dist, before = dijkstra("a"); print(dist, {n: path(before, n) for n in sorted(dist)})
def kruskal():
    parent = {n: n for n in graph}
    def find(n):
        while parent[n] != n: parent[n] = parent[parent[n]]; n = parent[n]
        return n
    for w, u, v in sorted((w, u, v) for u, v, w in edges):
        if find(u) != find(v): parent[find(u)] = find(v); yield u, v, w
print(list(kruskal()), sum(w for *_, w in kruskal()))
def components():
    left = set(graph)
    while left: c = set(dfs(min(left))); yield sorted(c); left -= c
print(list(components()))
tasks = {"eat": {"cook", "table"}, "cook": {"shop", "wash"}, "table": {"wash"}, "shop": set(), "wash": set()}
def topological(deps):
    deps, out = {k: set(v) for k, v in deps.items()}, []
    while deps:
        ready = sorted(k for k, v in deps.items() if not v)
        if not ready: raise ValueError(f"cycle among {sorted(deps)}")
        for r in ready: del deps[r]; out.append(r)
        for v in deps.values(): v.difference_update(ready)
    return out
print(topological(tasks)); tasks["shop"] = {"eat"}
try: topological(tasks)
except ValueError as e: print(e)
