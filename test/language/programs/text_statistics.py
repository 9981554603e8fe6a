# Words, letters and lines of a text, by dicts, sorting and string methods.
text = """It was a bright cold day in April, and the clocks were striking thirteen;
the wind -- a cold wind -- blew dust, old paper, and "nothing much" along the street.
Nothing moved. The clocks, the dust, the street: nothing!"""
words = [w.strip('.,;:!"-').lower() for w in text.split()]
words = [w for w in words if w]
counts = {}
for w in words: counts[w] = counts.get(w, 0) + 1
print(len(words), len(counts), sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:6])
by_length = {}
for w in sorted(set(words)): by_length.setdefault(len(w), []).append(w)
for n in sorted(by_length): print(f"{n:2}: {' '.join(by_length[n])}")
print({c: text.lower().count(c) for c in "aeiou"}, [len(l) for l in text.splitlines()], text.title()[:40], text.swapcase()[:20])
print("\n".join(line.center(90, ".") for line in text.splitlines()))
print(max(words, key=len), min(words, key=lambda w: (len(w), w)), "".join(sorted(set("".join(words)))), text[::-7], text.find("clocks"), text.rfind("clocks"), text.replace("nothing", "something").count("something"))
vowels = sum(map(text.count, "aeiouAEIOU")); print(vowels, f"{vowels / len(text):.1%}", text.isascii(), text.encode()[:10], " ".join(reversed(words[:5])), "-".join(w[0].upper() + w[1:] for w in words[:5]))
