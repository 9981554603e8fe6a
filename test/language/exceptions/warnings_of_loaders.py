"""warn_explicit with the globals of a module: the loader knows the line."""
import warnings


class Loader:
    source = 'first\nsecond line\n'

    def get_source(self, name):
        if isinstance(self.source, Exception):
            raise self.source
        return self.source


class Spec:
    loader = Loader()


def show(message):
    print(message.category.__name__, message.message)


def warn(lineno, **module_globals):
    try:
        warnings.warn_explicit('text', UserWarning, 'file.py', lineno, module_globals=module_globals)
    except Exception as error:
        print(type(error).__name__, error)


warnings.simplefilter('always')
warnings._showwarnmsg = show
warn(2, __name__='module', __spec__=Spec)
warn(2, __name__='module', __spec__=Spec, __loader__=Spec.loader)
warn(2, __name__='module', __spec__=Spec, __loader__=Loader())
warn(2, __spec__=Spec)
warn(2)
warn(2, __name__='module', __spec__=None)
for Loader.source in (None, 3, ValueError('no source')):
    warn(1, __name__='module', __spec__=Spec)
