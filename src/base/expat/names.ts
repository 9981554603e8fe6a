/** Namespaces: which URI a prefix stands for, and names as they are reported: URI, separator, local name, and perhaps the prefix. */
import { XmlError, XmlErrorCode } from './errors.ts'

export const xmlUri = 'http://www.w3.org/XML/1998/namespace'
const xmlnsUri = 'http://www.w3.org/2000/xmlns/'

/** A declaration in force; the one that it hides comes back when its element ends. */
interface Binding {
  readonly prefix: string
  readonly uri: string
  readonly hidden: string | undefined
}

export class Namespaces {
  readonly #separator: string
  readonly #uris: Map<string, string>
  readonly #bindings: Binding[]

  constructor(separator: string) {
    this.#separator = separator
    this.#uris = new Map([['xml', xmlUri]])
    this.#bindings = []
  }

  /** How many declarations are in force: to be passed to `leave`. */
  get depth(): number {
    return this.#bindings.length
  }

  declare(prefix: string, uri: string): void {
    if (prefix === 'xmlns') throw new XmlError(XmlErrorCode.reservedPrefixXmlns)
    if (prefix !== '' && uri === '') throw new XmlError(XmlErrorCode.undeclaringPrefix)
    if ((prefix === 'xml') !== (uri === xmlUri))
      throw new XmlError(prefix === 'xml' ? XmlErrorCode.reservedPrefixXml : XmlErrorCode.reservedNamespaceUri)
    if (uri === xmlnsUri) throw new XmlError(XmlErrorCode.reservedNamespaceUri)
    if (this.#separator !== '' && uri.includes(this.#separator)) throw new XmlError(XmlErrorCode.syntax)
    this.#bindings.push({ prefix, uri, hidden: this.#uris.get(prefix) })
    this.#uris.set(prefix, uri)
  }

  /** Ends the declarations beyond `depth`; answers their prefixes, the last first. */
  leave(depth: number): string[] {
    const ended: string[] = []
    while (this.#bindings.length > depth) {
      const { prefix, hidden } = this.#bindings.pop()!
      if (hidden === undefined) this.#uris.delete(prefix)
      else this.#uris.set(prefix, hidden)
      ended.push(prefix)
    }
    return ended
  }

  /** The name in full; attributes without a prefix are in no namespace. */
  expand(name: string, kind: 'element' | 'attribute', triplets: boolean): string {
    const colon = name.indexOf(':')
    if (colon < 0) {
      const uri = kind === 'element' ? this.#uris.get('') : undefined
      return uri === undefined || uri === '' ? name : uri + this.#separator + name
    }
    const prefix = name.slice(0, colon)
    const uri = this.#uris.get(prefix)
    if (uri === undefined) throw new XmlError(XmlErrorCode.unboundPrefix)
    const expanded = uri + this.#separator + name.slice(colon + 1)
    return triplets ? expanded + this.#separator + prefix : expanded
  }
}
