# Lines join inside brackets and after backslashes; semicolons, comments, tabs and form feeds are layout.
x = (1 +
     2  # comment inside
     + 3)
y = 1 + \
    2
z = [
    1,

    2,
]
print(x, y, z); print("same line"); w = 1;
if True: print("one"); print("two")
if x: \
    print("continued")
def f(a,
      b,  # b
      ): return (a,
                 b)
print(f(1,
        2))
if (1 and
    2): print('multi')
class A: x = 1; y = 2
print(A.x, A.y)
text = 'a\
b'
print(text)
if 1:
	print("tab")
	if 1:
	    print("tab and spaces")
if 1:
        print("eight")
# last comment
for i in range(2): print(i); \
  print(-i)
print(1,\
2)
exec("if 1:\n  print('no newline at end')")
exec("\n\n  \n# only comments\n\n")
exec("print('cr')\rprint('crlf')\r\nprint('lf')\n")
exec("\x0cprint('form feed')")
exec("if 1:\n\tprint('t')\n\n\n\tprint('u')\n")
