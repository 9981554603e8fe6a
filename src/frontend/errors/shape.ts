/**
 * What the error grammar builds instead of syntax trees: only what messages and their positions depend on.
 */

export class Shape {
  /** The class that the node would have; literals that messages tell apart have a kind each. */
  readonly kind: string
  readonly first: number
  readonly last: number
  readonly children: readonly Shape[]
  constructor(kind: string, first: number, last: number, children: readonly Shape[]) {
    this.kind = kind
    this.first = first
    this.last = last
    this.children = children
  }
}

const names: Readonly<Record<string, string>> = {
  Attribute: 'attribute',
  Subscript: 'subscript',
  Starred: 'starred',
  Name: 'name',
  List: 'list',
  Tuple: 'tuple',
  Lambda: 'lambda',
  Call: 'function call',
  BoolOp: 'expression',
  BinOp: 'expression',
  UnaryOp: 'expression',
  GeneratorExp: 'generator expression',
  Yield: 'yield expression',
  Await: 'await expression',
  ListComp: 'list comprehension',
  SetComp: 'set comprehension',
  DictComp: 'dict comprehension',
  Dict: 'dict literal',
  Set: 'set display',
  JoinedStr: 'f-string expression',
  TemplateStr: 't-string expression',
  Constant: 'literal',
  True: 'True',
  False: 'False',
  None: 'None',
  Ellipsis: 'ellipsis',
  Compare: 'comparison',
  CompareIn: 'comparison',
  IfExp: 'conditional expression',
  NamedExpr: 'named expression',
}

/** What messages call an expression. */
export const expressionName = (shape: Shape): string => names[shape.kind] ?? 'expression'

export type TargetUse = 'assign' | 'for' | 'delete'

/** The part of an expression that cannot be a target, or null. */
export function findInvalidTarget(shape: Shape, use: TargetUse): Shape | null {
  switch (shape.kind) {
    case 'Name':
    case 'Subscript':
    case 'Attribute':
      return null
    case 'Tuple':
    case 'List':
      for (const child of shape.children) {
        const invalid = findInvalidTarget(child, use)
        if (invalid !== null) return invalid
      }
      return null
    case 'Starred':
      return use === 'delete' ? shape : findInvalidTarget(shape.children[0]!, use)
    // `for a in b` read as an expression is a comparison; what matters is its left side.
    case 'CompareIn':
      return use === 'for' ? findInvalidTarget(shape.children[0]!, use) : shape
    case 'Compare':
      return use === 'for' ? null : shape
    default:
      return shape
  }
}
