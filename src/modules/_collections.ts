/** The module _collections: what the library's collections imports. Its types are in the folder collections/. */
import { defineModule } from '../objects/builtin-module.ts'
import { countElementsFunction } from './collections/count-elements.ts'
import { defaultDictType } from './collections/default-dict.ts'
import { dequeType } from './collections/deque.ts'
import { dequeIteratorType, dequeReverseIteratorType } from './collections/deque-methods.ts'
import { orderedDictType } from './collections/ordered-dict.ts'
import './collections/ordered-dict-views.ts'
import { tupleGetterType } from '../objects/tuple-getter.ts'
import './collections/tuple-getter.ts'

defineModule('_collections', {
  doc: `High performance data structures.
- deque:        ordered collection accessible from endpoints only
- defaultdict:  dict subclass with a default value factory
`,
  attributes: () => ({
    deque: dequeType,
    defaultdict: defaultDictType,
    OrderedDict: orderedDictType,
    _deque_iterator: dequeIteratorType,
    _deque_reverse_iterator: dequeReverseIteratorType,
    _tuplegetter: tupleGetterType,
  }),
  functions: () => [countElementsFunction],
})
