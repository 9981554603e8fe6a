print("import leaf")
value = 5
counter = globals().get("counter", 0) + 1
from .. import root_value as climbed
from ..branch import twig
