/** Which modules are declared by parts of the program that are loaded later (host/parts/often.ts, seldom.ts). */
import type { Part } from '../base/parts.ts'
import { declareLater } from '../objects/builtin-module.ts'

// biome-ignore format: word lists
export const modulesOf = {
  often: [
    '_abc', '_ast', '_bisect', '_codecs', '_collections', '_contextvars', '_functools', '_heapq',
    '_json', '_locale', '_opcode', '_operator', '_random', '_sre', '_stat', '_static_types',
    '_string', '_struct', '_thread', '_tokenize', '_typing', 'binascii', 'errno', 'grp', 'itertools',
    'marshal', 'math', 'posix', 'pwd', 'time',
  ],
  seldom: [
    '_blake2', '_codecs_cn', '_codecs_iso2022', '_codecs_jp', '_codecs_kr', '_codecs_tw', '_csv', '_decimal',
    '_md5', '_pickle', '_posixsubprocess', '_sha1', '_sha2', '_sha3', '_signal', '_socket',
    '_statistics', '_suggestions', '_symtable', '_sysconfigdata__linux_x86_64-linux-gnu', 'array', 'cmath', 'faulthandler', 'gc',
    'pyexpat', 'resource', 'select', 'unicodedata', 'zlib',
  ],
} as const satisfies Partial<Record<Part, readonly string[]>>

for (const part of ['often', 'seldom'] as const) declareLater(part, modulesOf[part])
