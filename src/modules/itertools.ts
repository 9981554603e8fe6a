/** The module itertools. Its types are in the folder of the same name; as of 3.14 none of them can be pickled or copied. */
import { defineModule } from '../objects/builtin-module.ts'
import { batchedType, chainType, pairwiseType, zipLongestType } from './itertools/chaining.ts'
import {
  combinationsType,
  combinationsWithReplacementType,
  permutationsType,
  productType,
} from './itertools/combinatoric.ts'
import { grouperType, groupbyType, tee, teeType } from './itertools/grouping.ts'
import { countType, cycleType, repeatType } from './itertools/infinite.ts'
import {
  accumulateType,
  compressType,
  dropWhileType,
  filterFalseType,
  isliceType,
  starmapType,
  takeWhileType,
} from './itertools/selecting.ts'

defineModule('itertools', {
  doc: `Functional tools for creating and using iterators.

Infinite iterators:
count(start=0, step=1) --> start, start+step, start+2*step, ...
cycle(p) --> p0, p1, ... plast, p0, p1, ...
repeat(elem [,n]) --> elem, elem, elem, ... endlessly or up to n times

Iterators terminating on the shortest input sequence:
accumulate, batched, chain, chain.from_iterable, compress, dropwhile, filterfalse,
groupby, islice, pairwise, starmap, takewhile, tee, zip_longest

Combinatoric generators:
product, permutations, combinations, combinations_with_replacement`,
  attributes: () => ({
    accumulate: accumulateType,
    batched: batchedType,
    chain: chainType,
    combinations: combinationsType,
    combinations_with_replacement: combinationsWithReplacementType,
    compress: compressType,
    count: countType,
    cycle: cycleType,
    dropwhile: dropWhileType,
    takewhile: takeWhileType,
    islice: isliceType,
    starmap: starmapType,
    filterfalse: filterFalseType,
    zip_longest: zipLongestType,
    pairwise: pairwiseType,
    permutations: permutationsType,
    product: productType,
    repeat: repeatType,
    groupby: groupbyType,
    _grouper: grouperType,
    _tee: teeType,
  }),
  functions: () => [tee],
})
