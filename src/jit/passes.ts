/**
 * What tier 2 does to make a region fast, as passes that can be switched off one by one.
 *
 * There is no pipeline: instructions are lowered with all that is known of their operands, so a "pass" is a decision that lowering takes in one
 * place, and this table is the list of those decisions. With one of them off, programs print the same, more slowly: that is tested
 * for every pass, and `npm run bench -- --ablation` says what each is worth.
 *
 * With all of them off there is still a compiler: each instruction becomes the micro-ops of its specialized form, guards and all, with its operands
 * loaded from the frame's memory and its result stored there, as in CPython 3.13.
 */
export const passes = {
  registers: 'locals and the stack are in registers; off: in the memory of the frame between instructions',
  unbox: 'floats are raw doubles from where they are made to where somebody wants the object',
  iterators: 'iterators of loops over ranges, lists and tuples are variables; off: objects',
  facts: 'what a guard has shown is known from there on; off: each instruction guards all that it relies on',
  versions:
    'the head of a loop is there twice where a value is a raw double on one way to it only: the first turn is peeled off',
  ranges: 'bounds of ints are known, so that checks for overflow and of indexes are left out where they cannot fail',
  constants: 'globals, methods and attributes of classes are constants, as long as a watcher sees no change',
  builtins: 'builtins that run no Python code are called without a frame in memory, some of them in line',
  calls: 'functions call the compiled form of others; off: the unit is left for the call',
  inline: 'small functions are a part of the unit that calls them, without a frame of their own',
} as const satisfies Record<string, string>

export type PassName = keyof typeof passes

export const passNames = Object.keys(passes) as readonly PassName[]

/** A pass without sense unless another is on: an inlined call has no frame, and memory has no place for a raw double. */
const needs: Partial<Record<PassName, PassName>> = {
  inline: 'registers',
  unbox: 'registers',
  versions: 'unbox',
  iterators: 'registers',
}

/** Which passes are on. All are, but for measuring and testing. */
export const isOn: Record<PassName, boolean> = {
  registers: true,
  unbox: true,
  iterators: true,
  facts: true,
  versions: true,
  ranges: true,
  constants: true,
  builtins: true,
  calls: true,
  inline: true,
}

/**
 * Switches passes: `facts,calls` has these alone, `-inline,-unbox` all but these; `all` and `none` are what they say. Answers what in the text is the name of
 * no pass, if anything.
 */
export function choosePasses(text: string): string | undefined {
  const names = text.split(',').filter(name => name !== '')
  const isSubtraction = names.length > 0 && names.every(name => name.startsWith('-'))
  const chosen = new Set<string>(isSubtraction || names.includes('all') ? passNames : [])
  for (const name of names) {
    const plain = name.replace(/^-/, '')
    if (plain === 'all' || plain === 'none') continue
    if (!Object.hasOwn(passes, plain)) return name
    if (name === plain) chosen.add(plain)
    else chosen.delete(plain)
  }
  for (const name of passNames) {
    const other = needs[name]
    // What it needs stands before it.
    isOn[name] = chosen.has(name) && (other === undefined || isOn[other])
  }
  return undefined
}
