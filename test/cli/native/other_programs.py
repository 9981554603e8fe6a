"""subprocess, os.system and os.popen."""
import os, subprocess, sys
from subprocess import PIPE, STDOUT
print(subprocess.run(['printf', 'plain'], stdout=PIPE))
print(subprocess.run('echo one; echo two >&2; exit 3', shell=True, capture_output=True, text=True))
print(subprocess.run('echo one; echo two >&2', shell=True, stdout=PIPE, stderr=STDOUT).stdout)
print(len(subprocess.run(['cat'], input=b'x' * 300_000, stdout=PIPE).stdout))
for case in [dict(args=['no-such-program']), dict(args=['ls'], cwd='/no/such/folder')]:
    try:
        subprocess.run(**case)
    except OSError as error:
        print(repr(error), error.filename)
with subprocess.Popen(['cat'], stdin=PIPE, stdout=PIPE, text=True) as talk:
    for word in 'ping', 'pong':
        print(word, file=talk.stdin, flush=True)
        print(talk.stdout.readline(), talk.poll())
print(talk.returncode)
slow = subprocess.Popen(['sleep', '60'])
try:
    slow.wait(0.05)
except subprocess.TimeoutExpired:
    slow.kill()
print(slow.wait())
first = subprocess.Popen(['printf', 'b\\na\\n'], stdout=PIPE)
second = subprocess.Popen(['sort'], stdin=first.stdout, stdout=PIPE)
first.stdout.close()
print(second.communicate())
with open('log', 'w+') as log:
    print('before', file=log, flush=True)
    subprocess.run(['echo', 'during'], stdout=log)
    print('after', file=log, flush=True)
    log.seek(0)
    print(log.read().split())
print(subprocess.check_output(['sh', '-c', 'cat; echo " $0"', 'x'], input=b'y'))
print(os.system('exit 5') >> 8, os.popen('echo $GREETING').read(), flush=True)
subprocess.run(['echo', 'own stream'], env={})
