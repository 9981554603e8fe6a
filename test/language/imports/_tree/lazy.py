def __getattr__(name):
    if name == "missing": raise AttributeError(f"lazy has no {name}")
    return f"lazy {name}"
def __dir__(): return ["custom", "dir"]
