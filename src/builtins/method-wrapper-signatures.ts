/** `__text_signature__` of the methods that stand for slots. */
const unary =
  'abs aiter anext await bool del float hash index int invert iter len neg next pos repr str length_hint'.split(' ')

const special: Readonly<Record<string, string>> = {
  __delattr__: '($self, name, /)',
  __getattribute__: '($self, name, /)',
  __setattr__: '($self, name, value, /)',
  __call__: '($self, /, *args, **kwargs)',
  __init__: '($self, /, *args, **kwargs)',
  __pow__: '($self, value, mod=None, /)',
  __rpow__: '($self, value, mod=None, /)',
  __contains__: '($self, key, /)',
  __delitem__: '($self, key, /)',
  __getitem__: '($self, key, /)',
  __setitem__: '($self, key, value, /)',
  __get__: '($self, instance, owner=None, /)',
  __set__: '($self, instance, value, /)',
  __delete__: '($self, instance, /)',
  __buffer__: '($self, flags, /)',
  __release_buffer__: '($self, buffer, /)',
}

export function wrapperSignature(name: string): string {
  const found = special[name]
  if (found !== undefined) return found
  return unary.includes(name.slice(2, -2)) ? '($self, /)' : '($self, value, /)'
}
