"The branch."
twig = "twig"
print("import branch")
from . import leaf
