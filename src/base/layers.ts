/** Bottom first. A file may import from its own folder and from folders listed before it (tools/check-layers.ts). */
export const layers = [
  'base',
  'frontend',
  'compiler',
  'objects',
  'builtins',
  'interpreter',
  'instructions',
  'jit',
  'modules',
  'host',
  'cli',
] as const
