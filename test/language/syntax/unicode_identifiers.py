# Identifiers may be any Unicode letters and are compared in NFKC form.
größe = 5
变量 = "variable"
ﬁeld = 1
print(größe, 变量, field, "field" in globals(), "ﬁeld" in globals())
class Ünïcödé:
    def méthode(self): return type(self).__name__
print(Ünïcödé().méthode())
ª = 7
print(a, "ª" in globals())
𝐱 = 3
print(x, getattr(Ünïcödé, "méthode").__qualname__)
def f(*, café): return café
print(f(café=1), f(**{"café": 2}))
print("é".isidentifier(), "1a".isidentifier(), "_".isidentifier(), "a-b".isidentifier(), "变".isidentifier(), "".isidentifier())
for bad in ("a€ = 1", "x² = 1", "“x”", "a\u00a0= 1", "1é", "\u200bx = 1", "😀 = 1", "x = ‘a’"):
    try:
        compile(bad, "<u>", "exec"); print(ascii(bad), "ok")
    except SyntaxError as error:
        print(ascii(bad), "->", error.msg)
