/**
 * Attributes, calls and subscripts: a chain of them is a deep tree, leaning left, and is walked in a loop. Each link
 * begins before what it applies to is evaluated and is finished after.
 */
import type { Attribute, Call, Expr, Subscript } from '../../frontend/generated/ast.ts'
import { beginAttribute, finishAttribute } from './attributes.ts'
import { beginCall, finishCall } from './calls.ts'
import type { Compiler } from './compiler.ts'
import { visitExpression } from './expressions.ts'
import { beginSubscript, finishSubscript } from './subscripts.ts'

type Trailer = Attribute | Call | Subscript

export function visitTrailers(c: Compiler, e: Trailer): void {
  const chain: Trailer[] = []
  for (let current = e; ; ) {
    const base = begin(c, current)
    if (base === null) break
    chain.push(current)
    if (base.node !== 'Attribute' && base.node !== 'Call' && base.node !== 'Subscript') {
      visitExpression(c, base)
      break
    }
    current = base
  }
  for (let i = chain.length - 1; i >= 0; i--) finish(c, chain[i]!)
}

function begin(c: Compiler, e: Trailer): Expr | null {
  switch (e.node) {
    case 'Attribute':
      return beginAttribute(c, e)
    case 'Call':
      return beginCall(c, e)
    case 'Subscript':
      return beginSubscript(c, e)
  }
}

function finish(c: Compiler, e: Trailer): void {
  switch (e.node) {
    case 'Attribute':
      finishAttribute(c, e)
      break
    case 'Call':
      finishCall(c, e)
      break
    case 'Subscript':
      finishSubscript(c, e)
      break
  }
}
