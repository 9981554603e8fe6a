# json encodes and decodes as the standard library does.
import json
print(json.dumps({"a": [1, 2.5, None, True, "é\n\"", {"b": ()}], 1: 2, None: 3, 1.5: 4, True: 5}), json.dumps([1, 2], indent=2), json.dumps({"b": 1, "a": 2}, sort_keys=True, separators=(",", ":")), json.dumps("é中😀", ensure_ascii=False), json.dumps("é😀"), json.dumps(float("inf")), json.dumps({"x": {}}, indent="--"), json.dumps([]), json.dumps(1e100), json.dumps(10**30))
print(json.loads('{"a": [1, 2.0, -3e2, null, true, false, "\\u00e9\\n\\ud83d\\ude00"], "b": {}}'), json.loads(" [1 , 2 ] "), json.loads('"x"'), json.loads(b"[1]"), json.loads("NaN"), json.loads("[1]", parse_int=str), json.loads('{"a": 1}', object_hook=lambda d: list(d)), json.loads('{"a": 1, "a": 2}', object_pairs_hook=list), json.loads("123456789012345678901234567890"), json.loads("-Infinity"))
for bad in ("", "{", "[1,]", "{'a': 1}", '{"a" 1}', '{"a": }', "[1 2]", "nul", '"abc', '"\\x"', '"\t"', "01", "1.", "-", "[", "{\"a\": 1,}", "1 2", '"\\ud800"', "[1,\n 2,,3]"):
    try: print(repr(bad), ascii(json.loads(bad)))
    except json.JSONDecodeError as error: print(repr(bad), "->", error, error.pos, error.lineno, error.colno)
for value in ({1, 2}, object, {(1, 2): 3}, [b"x"], 1j):
    try: print(json.dumps(value))
    except TypeError as error: print(error)
loop = []; loop.append(loop)
try: json.dumps(loop)
except ValueError as error: print(error)
class E(json.JSONEncoder):
    def default(self, o): return sorted(o) if isinstance(o, set) else super().default(o)
print(json.dumps({"s": {2, 1}}, cls=E), json.dumps({1, 2}, default=list), json.dumps({"k": 1, (1,): 2}, skipkeys=True)); import io; s = io.StringIO(); json.dump([1], s); s.seek(0); print(json.load(s))
