# Uncaught exceptions of own classes print their module-less name, arguments and chain.
class AppError(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code
    def __str__(self): return f"[{self.code}] {super().__str__()}"
class Outer:
    class NestedError(AppError): pass
def work():
    try:
        raise AppError(1, "low level")
    except AppError as error:
        raise Outer.NestedError(2, "high level") from error
class Service:
    def run(self): return [self.step(i) for i in range(2)]
    def step(self, i): return work() if i else i
Service().run()
