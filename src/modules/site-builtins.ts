/**
 * What the module site adds to the builtins: exit, quit, copyright, credits, license, help. As Lib/_sitebuiltins.py, but there from the start:
 * importing site takes longer than most programs run.
 */
import { builtinType } from '../objects/builtin-types.ts'
import { lookupAttribute } from '../objects/attribute.ts'
import { call, callMethod } from '../objects/call.ts'
import { raise, raised } from '../objects/exception.ts'
import { systemExitType } from '../objects/exception-types.ts'
import { hooks } from '../objects/hooks.ts'
import { builtin } from '../objects/signature.ts'
import { strOf, textOf, asStr } from '../objects/str.ts'
import { TypeFlags as F } from '../objects/type.ts'
import { PyObject, type Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'

const flags = F.base | F.dict | F.weakref
const quitterType = builtinType('Quitter', { module: '_sitebuiltins', flags })
const printerType = builtinType('_Printer', { module: '_sitebuiltins', flags })
const helperType = builtinType('_Helper', { module: '_sitebuiltins', flags })

class PyQuitter extends PyObject {
  readonly name: string
  constructor(name: string) {
    super(quitterType)
    this.name = name
  }
}

quitterType.repr = (self: PyQuitter) => `Use ${self.name}() or Ctrl-D (i.e. EOF) to exit`

const quit = builtin('__call__($self, code=None)', (_self: PyQuitter, code: Value) => {
  // Consoles that catch SystemExit listen when their stdin is closed.
  try {
    callMethod(vm.sysAttribute('stdin') ?? null, 'close')
  } catch (thrown) {
    raised(thrown)
  }
  raise(systemExitType, code)
})
quitterType.call = (self, args, keywords) => quit.call(self, args, keywords)

class PyPrinter extends PyObject {
  readonly name: string
  readonly text: () => string
  constructor(name: string, text: () => string) {
    super(printerType)
    this.name = name
    this.text = text
  }
}

const maxLines = 23

printerType.repr = (self: PyPrinter) => {
  const text = self.text()
  return strOf(text.split('\n').length <= maxLines ? text : `Type ${self.name}() to see the full ${self.name} text`)
}

printerType.call = (self: PyPrinter) => call(vm.builtins.getStr('print')!, [strOf(self.text())])

helperType.repr = () => 'Type help() for interactive help, or help(object) for help about object.'
helperType.call = (_self, args, keywords) => call(lookupAttribute(hooks.importModule('pydoc'), 'help'), args, keywords)

const credits = `Thanks to CWI, CNRI, BeOpen, Zope Corporation, the Python Software
Foundation, and a cast of thousands for supporting Python
development.  See www.python.org for more information.`

const copyright = (): string => textOf(asStr(vm.sysAttribute('copyright') ?? '') ?? '')

export function addSiteBuiltins(): void {
  const { builtins } = vm
  for (const name of ['quit', 'exit']) builtins.setStr(name, new PyQuitter(name))
  builtins.setStr('copyright', new PyPrinter('copyright', copyright))
  builtins.setStr('credits', new PyPrinter('credits', () => credits))
  builtins.setStr('license', new PyPrinter('license', () => 'See https://www.python.org/psf/license/'))
  builtins.setStr('help', new PyObject(helperType))
}
