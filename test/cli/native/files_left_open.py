# A file that is not closed: what was written to it is there for whoever looks next, and at the end.
import os, subprocess, sys

open("a", "w").write("text\n"); print(repr(open("a").read()))
open("a", "wb").write(b"bytes"); print(os.path.getsize("a"))
def leave(name): f = open(name, "w", encoding="utf-16-le"); f.write("é"); f.write("n")
leave("a"); print(open("a", "rb").read())
open("a", "w").write("first"); open("a", "w").write("second"); print(open("a").read())
open("a", "a").write(" third"); print(subprocess.run(["cat", "a"], capture_output=True).stdout)
open("a", "r+").write("S"); os.rename("a", "b"); print(open("b").read())
last = "kept = open('c', 'w'); kept.write('at the end'); open(1, 'wb', closefd=False).write(b'two\\n'); "
for end in ("", "raise SystemExit(3)", "1/0"):
    done = subprocess.run([sys.executable, "-c", last + end], capture_output=True)
    print(done.returncode, done.stdout, open("c").read())
    os.remove("c")
reading, writing = os.pipe()
pipe = os.fdopen(writing, "wb"); pipe.write(b"piped"); os.stat("b"); pipe.close()
print(os.read(reading, 9))
