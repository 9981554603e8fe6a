# What a program puts into a module before anybody has asked for its spec, or into sys.meta_path, stays and counts.
import json, sys

json.__spec__ = 'mine'


class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == 'colorsys':
            print('asked for', name)


sys.meta_path.insert(0, Finder())
import colorsys
print(type(sys.meta_path[0]).__name__, json.__spec__, hasattr(json.__loader__, 'get_source'), colorsys.__spec__.name)
