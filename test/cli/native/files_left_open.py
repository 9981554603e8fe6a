# A file that is not closed: what was written to it is there for whoever looks next.
import os, subprocess

open("a", "w").write("text\n"); print(repr(open("a").read()))
open("a", "wb").write(b"bytes"); print(os.path.getsize("a"))
def leave(name): f = open(name, "w", encoding="utf-16-le"); f.write("é"); f.write("n")
leave("a"); print(open("a", "rb").read())
open("a", "w").write("first"); open("a", "w").write("second"); print(open("a").read())
open("a", "a").write(" third"); print(subprocess.run(["cat", "a"], capture_output=True).stdout)
open("a", "r+").write("S"); os.rename("a", "b"); print(open("b").read())
reading, writing = os.pipe()
pipe = os.fdopen(writing, "wb"); pipe.write(b"piped"); os.stat("b"); pipe.close()
print(os.read(reading, 9))
