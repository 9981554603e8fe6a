"""Hot code calls functions whose compiled code has been given up, with keywords for parameters that are nothing else."""
import plistlib

refused = 0
for i in range(600):
    try:
        text = plistlib.dumps({'key': chr(i % 32)})
    except ValueError:
        refused += 1
    else:
        assert plistlib.loads(text) == {'key': chr(i % 32).replace('\r', '\n')}, text
print(refused)
