# Specs and loaders of modules, wherever they are looked for; nothing here looks into the dict of a module.
import math, random, sys
import xml.dom.minidom
from concurrent import futures


def failing(work):
    try:
        work()
    except ImportError as error:
        print(type(error).__name__, error.name, str(error).split(' (')[0])


def nowhere():
    import nosuch


def inPackage():
    import json.nosuch


def inModule():
    import math.nosuch


def fromPackage():
    from json import nosuch


for each in nowhere, inPackage, inModule, fromPackage:
    failing(each)

from json import scanner, tool
print(scanner.__name__, tool.__name__)
print(math.__spec__.name, math.__spec__.origin, math.__loader__.__name__)
for each in nowhere, inPackage, inModule, fromPackage:
    failing(each)
print(random.__spec__.name, repr(random.__spec__.parent), hasattr(random.__loader__, 'get_source'), random.__spec__._initializing)
print(xml.dom.minidom.__spec__.parent, futures.__spec__.submodule_search_locations is futures.__path__)
print('BuiltinImporter' in [getattr(each, '__name__', '') for each in sys.meta_path], len(sys.path_hooks), repr(math))
random.__spec__ = 'mine'
import importlib
print(random.__spec__, importlib.import_module('json.scanner').__spec__.name)
