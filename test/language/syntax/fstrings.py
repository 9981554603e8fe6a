# f-strings: nesting, conversions, specs, debugging form, quotes inside, comments and line breaks.
name, width, value = "world", 10, 3.14159
print(f"hello {name}", f"{name!r} {name!s:>8} {'é'!a}", f"{value:.2f} {value:{width}.{3}} {value!r:>10}")
print(f"{name=} {value = } {width=!s} {value=:.1f} {1 + 1 = }")
print(f"{{}} {{{name}}} {{{{{width}}}}}")
print(f"{'nested ' + f'{name.upper()!r}' + f"{f'{1}{f'{2}'}'}"}")
print(f"{ {'a': 1}['a'] } { [x for x in range(3)] } {(lambda x: x * 2)(4)} {(lambda: 3)()}")
print(f"{name!r:^{width + 4}}|{width:#x}|{width:08b}|{-5:+}|{1234567:,}|{0.5:%}")
print(f"{
    name  # a comment
    .upper()
} {'\n'.join(['a', 'b'])}")
print(f'''{
    1 +
    2
}''', f"{'a' 'b'}", f"{1, 2}", f"{(yes := 5)} {yes}", f"{yes:=+5}")
print(f"{'a' if width > 5 else 'b'} {width == 10} {width != 10} {width >= 10} {not width}")
print(f"{name:{'>'}{width}}", f"{name:{'*^' + str(width)}}", rf"\{name}\n", f"\N{BULLET}{name}\x41")
class Special:
    def __format__(self, spec):
        return f"<{spec}>"
    def __repr__(self):
        return "repr!"
print(f"{Special()} {Special():abc} {Special()!r} {Special():{name}!{name}} {Special()=} {Special()=:x}")
print(f"{Special():%H:%M}", f"{Special():a{'b'}c}", f"{3:{'{'}>5}")
print(f"" == "", f"a" "b{c}" f"{1}", F"{2}", "x" f'{"y"}' 'z')
print(f"{None} {True} {...} {1.0} {2+3j} {b'x'} {[1,'a']}")
