"""A solver for one-way constraints that replans as little as it can: a graph of small objects, virtual calls."""
import sys

SIZE = 11000

REQUIRED, STRONG, PREFERRED, WEAK, WEAKEST = range(5)  # smaller is stronger
UNDECIDED, FORWARD, BACKWARD = 0, 1, 2


class Variable:
    def __init__(self, name, value=0):
        self.name = name
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.walk_strength = WEAKEST
        self.stay = True
        self.mark = 0


class Constraint:
    def __init__(self, strength):
        self.strength = strength

    def is_input(self):
        return False

    def attach(self, planner):
        for variable in self.variables():
            variable.constraints.append(self)
        self.forget_method()
        planner.add_incrementally(self)

    def detach(self, planner):
        if self.is_satisfied():
            planner.remove_incrementally(self)
        for variable in self.variables():
            if self in variable.constraints:
                variable.constraints.remove(self)

    def satisfy(self, mark, planner):
        """Take over the output from a weaker constraint, which is returned to be satisfied elsewhere."""
        self.choose_method(mark)
        if not self.is_satisfied():
            if self.strength == REQUIRED:
                raise ValueError("a required constraint cannot be satisfied")
            return None
        for variable in self.inputs():
            variable.mark = mark
        output = self.output()
        overridden = output.determined_by
        if overridden is not None:
            overridden.forget_method()
        output.determined_by = self
        if not planner.propagate(self, mark):
            raise ValueError("a cycle of constraints")
        output.mark = mark
        return overridden


class UnaryConstraint(Constraint):
    def __init__(self, variable, strength, planner):
        Constraint.__init__(self, strength)
        self.variable = variable
        self.satisfied = False
        self.attach(planner)

    def variables(self):
        return (self.variable,)

    def inputs(self):
        return ()

    def output(self):
        return self.variable

    def is_satisfied(self):
        return self.satisfied

    def forget_method(self):
        self.satisfied = False

    def choose_method(self, mark):
        self.satisfied = self.variable.mark != mark and self.strength < self.variable.walk_strength

    def recalculate(self):
        self.variable.walk_strength = self.strength
        self.variable.stay = not self.is_input()
        if self.variable.stay:
            self.execute()

    def inputs_known(self, mark):
        return True

    def execute(self):
        pass


class Stay(UnaryConstraint):
    pass


class Edit(UnaryConstraint):
    def is_input(self):
        return True


class BinaryConstraint(Constraint):
    def __init__(self, first, second, strength, planner):
        Constraint.__init__(self, strength)
        self.first = first
        self.second = second
        self.direction = UNDECIDED
        self.attach(planner)

    def variables(self):
        return (self.first, self.second)

    def inputs(self):
        return (self.first if self.direction == FORWARD else self.second,)

    def input(self):
        return self.first if self.direction == FORWARD else self.second

    def output(self):
        return self.second if self.direction == FORWARD else self.first

    def is_satisfied(self):
        return self.direction != UNDECIDED

    def forget_method(self):
        self.direction = UNDECIDED

    def choose_method(self, mark):
        first, second = self.first, self.second
        if first.mark == mark:
            can = second.mark != mark and self.strength < second.walk_strength
            self.direction = FORWARD if can else UNDECIDED
        elif second.mark == mark:
            can = self.strength < first.walk_strength
            self.direction = BACKWARD if can else UNDECIDED
        elif first.walk_strength > second.walk_strength:
            self.direction = BACKWARD if self.strength < first.walk_strength else UNDECIDED
        else:
            self.direction = FORWARD if self.strength < second.walk_strength else UNDECIDED

    def recalculate(self):
        source, target = self.input(), self.output()
        target.walk_strength = max(self.strength, source.walk_strength)
        target.stay = source.stay
        if target.stay:
            self.execute()

    def inputs_known(self, mark):
        source = self.input()
        return source.mark == mark or source.stay or source.determined_by is None


class Equal(BinaryConstraint):
    def execute(self):
        self.output().value = self.input().value


class Scale(BinaryConstraint):
    """second = first * factor + offset, where factor and offset are variables too."""

    def __init__(self, first, factor, offset, second, strength, planner):
        self.factor = factor
        self.offset = offset
        BinaryConstraint.__init__(self, first, second, strength, planner)

    def variables(self):
        return (self.first, self.second, self.factor, self.offset)

    def inputs(self):
        return (self.first if self.direction == FORWARD else self.second, self.factor, self.offset)

    def execute(self):
        if self.direction == FORWARD:
            self.second.value = self.first.value * self.factor.value + self.offset.value
        else:
            self.first.value = (self.second.value - self.offset.value) // self.factor.value

    def recalculate(self):
        source, target = self.input(), self.output()
        target.walk_strength = max(self.strength, source.walk_strength)
        target.stay = source.stay and self.factor.stay and self.offset.stay
        if target.stay:
            self.execute()


class Planner:
    def __init__(self):
        self.current_mark = 0

    def new_mark(self):
        self.current_mark += 1
        return self.current_mark

    def add_incrementally(self, constraint):
        mark = self.new_mark()
        overridden = constraint.satisfy(mark, self)
        while overridden is not None:
            overridden = overridden.satisfy(mark, self)

    def remove_incrementally(self, constraint):
        output = constraint.output()
        constraint.forget_method()
        output.determined_by = None
        output.walk_strength = WEAKEST
        output.stay = True
        unsatisfied = []
        todo = [output]
        while todo:
            variable = todo.pop()
            for other in variable.constraints:
                if not other.is_satisfied():
                    unsatisfied.append(other)
            self.consumers(variable, lambda other: (other.recalculate(), todo.append(other.output())))
        for other in sorted(unsatisfied, key=lambda other: other.strength):
            self.add_incrementally(other)

    def consumers(self, variable, visit):
        determining = variable.determined_by
        for constraint in variable.constraints:
            if constraint is not determining and constraint.is_satisfied():
                visit(constraint)

    def propagate(self, constraint, mark):
        todo = [constraint]
        while todo:
            current = todo.pop()
            if current.output().mark == mark:
                self.remove_incrementally(constraint)
                return False
            current.recalculate()
            self.consumers(current.output(), todo.append)
        return True

    def extract_plan(self, sources):
        mark = self.new_mark()
        plan = []
        todo = [source for source in sources if source.is_input() and source.is_satisfied()]
        while todo:
            constraint = todo.pop()
            if constraint.output().mark != mark and constraint.inputs_known(mark):
                plan.append(constraint)
                constraint.output().mark = mark
                self.consumers(constraint.output(), todo.append)
        return plan

    def change(self, variable, value):
        edit = Edit(variable, PREFERRED, self)
        plan = self.extract_plan([edit])
        for _ in range(10):
            variable.value = value
            for constraint in plan:
                constraint.execute()
        edit.detach(self)


def chain(n):
    """A long row of equal variables; editing its head must reach its tail."""
    planner = Planner()
    row = [Variable(f"v{i}") for i in range(n + 1)]
    for left, right in zip(row, row[1:]):
        Equal(left, right, REQUIRED, planner)
    Stay(row[-1], STRONG + 1, planner)
    edit = Edit(row[0], PREFERRED - 1, planner)
    plan = planner.extract_plan([edit])
    total = 0
    for value in range(100):
        row[0].value = value
        for constraint in plan:
            constraint.execute()
        total += row[-1].value
    edit.detach(planner)
    return total


def projection(n):
    """Points scaled and shifted onto others; changes run in both directions."""
    planner = Planner()
    scale, offset = Variable("scale", 10), Variable("offset", 1000)
    sources, targets = [], []
    for i in range(n):
        source, target = Variable(f"s{i}", i), Variable(f"t{i}", i)
        sources.append(source)
        targets.append(target)
        Stay(source, WEAK, planner)
        Scale(source, scale, offset, target, REQUIRED, planner)
    planner.change(sources[0], 17)
    first = targets[0].value
    planner.change(targets[0], 1050)
    back = sources[0].value
    planner.change(scale, 5)
    scaled = sum(target.value for target in targets[:-1])
    planner.change(offset, 2000)
    shifted = sum(target.value for target in targets[:-1])
    return first, back, scaled, shifted


def run(n=SIZE):
    return f"{chain(n)} {projection(n)}"


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
