/** A text stream onto a function of the host. */
import { builtinType } from '../objects/builtin-types.ts'
import { defineType } from '../objects/define.ts'
import { builtin } from '../objects/signature.ts'
import { PyObject } from '../objects/value.ts'

const streamType = builtinType('stream')
export class Stream extends PyObject {
  readonly sink: (text: string) => void
  constructor(sink: (text: string) => void) {
    super(streamType)
    this.sink = sink
  }
}
defineType(streamType, {
  methods: () => [
    builtin('write($self, text: text, /)', (self: Stream, text: string) => self.sink(text)),
    builtin('flush($self, /)', () => null),
  ],
})
