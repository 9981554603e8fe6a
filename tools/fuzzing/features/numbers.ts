/** Where ints leave what the host can count exactly, floats are special, and one kind becomes another in mid-loop. */
import type { Feature } from './feature.ts'

const large =
  '«2**53¦2**53 - 1¦-2**53¦2**63¦2**63 - 1¦-2**63¦2**64 - 1¦2**31¦-2**31¦2**32¦2**100¦10**20¦-10**17¦2**1023¦2**52 + 1¦94906267¦3037000500¦4294967296»'
const special =
  '«0.0¦-0.0¦inf¦-inf¦nan¦5e-324¦1.7976931348623157e308¦2.5¦-2.5¦0.5¦1e16¦-1e16¦9007199254740993.0¦4503599627370497.5¦-0.5¦1e-300»'

export const numbers: Feature = {
  name: 'numbers',
  definitions: `
def mix(n, m=${large}):
    h = «int:0»
    for q in range(n):
        h «^= q * m¦= (h << 5) ^ (h >> 27) ^ q¦= (h * 31 + q) & 0xffffffff¦= h * m % 1000003¦+= m»
        «?2»h &= «0xffffffff¦0x7fffffff¦2**64 - 1¦2**53 - 1¦-2»
        «?3»h = (h >> «1..40») | (h << «1..9»)
        h = tame(h)
    return h
def drift(n, a=${special}, b=${special}):
    for q in range(n):
        a «= a * b¦+= b¦= a - b / 3¦= b - a¦= a / (b or 1)¦= -a¦= abs(a) ** 0.5¦= a % 3.0¦= a // 0.7¦= a * q»
        «?3»b = «a¦b + 1¦q¦-b¦q * 0.5»
        «?3»if a «> b¦!= a¦== 0¦< q»: a = «b¦0¦1¦q * 1.0»
    return a
def digits(n):
    n, s = abs(n), 0
    while n «> 0¦!= 0¦»:
        tick()
        n, r = divmod(n, «10¦7¦2**20»)
        s += r
    return s
def blend(n, v=«int:0»):
    for q in range(n): v = «v + (q if q != «2..6» else q * 0.5)¦v * 2 if q % 3 else v + 0.5¦(v + q) / 2¦v + True¦int(v) + q¦-v if v > q else q - v¦v // 2 + q»; v = tame(v)
    return v
n0, n1, f0, f1 = ${large}, «int:0», ${special}, ${special}
`,
  expressions: {
    int: [
      large,
      `(n0 «+¦-¦*¦//¦%¦&¦|¦^» ${large})`,
      `(${large} «+¦-¦*¦//¦%¦&¦|¦^» «int»)`,
      'mix(«1..20»)',
      'mix(«1..9», «int»)',
      'digits(«int»)',
      'blend(«1..9»)',
      'blend(«1..9», «int»)',
      '(«int» >> «int» % 70)',
      '(«int» << «int» % 70)',
      '(«int» & 0xffffffff)',
      '(«int» % 2**32)',
      '(1 << «0..70»)',
      '(-1 << «0..70»)',
      '(«int» >> 64)',
      'int.bit_length(«int»)',
      'int.bit_count(«int»)',
      'pow(«int», «int» % 9, «int»)',
      'pow(3, -1, «int»)',
      'math.isqrt(abs(«int»))',
      'math.gcd(«int», «int»)',
      'int(«float» % 1000)',
      'math.trunc(«float»)',
      'math.ceil(«float»)',
      'round(«float»)',
      'round(«int», -1)',
      '(«int» ** «int:0»)'.replace('«int:0»', '«0..5»'),
      '(-«int» // «int»)',
      '(«int» % -«int»)',
      '(True + «int»)',
      '~«bool»'.replace('~', '-'),
      'abs(«int»)',
      'sum([«int», «float», «int»])',
      '(«int» if «float» else 0)',
      'int(n0 / 2)',
      '(n0 * n1)',
      'int(«bool»)',
    ],
    float: [
      special,
      `(f1 «+¦-¦*¦/¦//¦%» ${special})`,
      `(${special} «+¦-¦*¦/¦//¦%» «float»)`,
      'drift(«1..9»)',
      'drift(«1..9», «float»)',
      'blend(«1..9», «float»)',
      '(«int» / «int»)',
      '(«float» // «int»)',
      '(«float» % «int»)',
      '(«int» % «float»)',
      '(«int» // «float»)',
      '(«float» ** «2¦0.5¦-1¦0¦3»)',
      '(«int» ** -1)',
      '(2 ** -«1..9»)',
      'round(«float», «0..3»)',
      'math.«sqrt¦floor¦exp¦sin¦log¦fabs¦isnan¦isinf¦log2¦cos¦atan¦radians»(«float»)',
      'math.«pow¦fmod¦copysign¦hypot¦atan2¦ldexp¦dist¦remainder»(«float», «float»)',
      'math.frexp(«float»)[0]',
      '«float».real',
      'min(«float», «int»)',
      'max(«float», -0.0)',
      'sum(«floats», 0.0)',
      'float(str(«float»))',
      "float('«1e5¦nan¦ 2 ¦-inf¦x»')",
      'abs(complex(«float», 1))',
      '(«float» * 1j).imag',
      'divmod(«float», «float»)[«0..1»]',
      '«float».as_integer_ratio()[0]',
      'float(n0)',
      '(n0 + 0.5)',
      '(f0 - n0)',
    ],
    bool: [
      '(«float» == «int»)',
      '(«int» «<¦<=¦>¦>=» «float»)',
      `(${large} «<¦==¦>» «int»)`,
      `(${large} «<¦==¦>» «float»)`,
      `(${special} «<¦==¦>¦!=» «float»)`,
      '(«int» < «int» < «float»)',
      '(f0 != f0)',
      '«float».is_integer()',
      'math.isclose(«float», «float»)',
      '(«float» in [nan, 0.0])',
      '(«int» in (0.0, 1.0))',
      '(n0 == f0)',
      '(«int» is «int»)'.replace('«int» is «int»', 'n0 is n0'),
      '(n0 & 1)',
      '(-1 < f0 < 1)',
      'math.isfinite(f1)',
    ],
    str: [
      'str(n0)[:25]',
      'repr(f1)',
      "f'{n0:x}'",
      "f'{f1:.3e}'",
      'str(f0)',
      "f'{«int»:,}'[:30]",
      "'%d' % «float»",
      'complex(«float», «int»).__repr__()',
    ],
  },
  statements: [
    `n0 = ${large}`,
    `f1 = ${special}`,
    `n0 «+=¦-=¦^=¦|=¦&=» ${large}; n0 = tame(n0)`,
    `n1 = n0 «+¦-¦*» «int»; n1 = tame(n1)`,
    'n0 = tame(n0 * n0)',
    'n0 = tame(n0 << «1..40») >> «1..40»',
    'n0 >>= «int» % 9',
    'n0 <<= «int» % 9; n0 = tame(n0)',
    'n0 **= «0..3»; n0 = tame(n0)',
    'n0, n1 = divmod(n0, «int» or 1)',
    'n0 = -n0',
    `n0 = «float»`,
    'f0 = «int»',
    'f1 «+=¦-=¦*=¦/=¦//=¦%=¦**=» «float»; f1 = f1 if isinstance(f1, (int, float)) else 0.5; f1 = tame(f1)',
    'f0, f1 = f1, f0',
    'fs = [f0, f1, -f0]',
    'xs = [n0, n1, n0 - n1]',
    'for q in range(«int» % 9): n0 = tame(n0 + q * n1)',
    'for q in range(«2**53 - 3¦-2**53 - 2¦2**63 - 2¦2**31 - 2», 2**70, «1¦2**52¦3»): ⏎     n1 = q; tick() ⏎     if q % 7 == 3: break',
    'for q in range(«5..9»): ⏎     f1 = f1 «+ q¦* q¦- 0.1¦/ (q + 1)» ⏎     n1 += q «¦* 2¦// 2»',
    'show(n0 + n1, n0 * 3, f0 * f1, -f0, n0 % 7)',
    'show(n0 == f0, n0 < f1, f0 == f1, n0 != n1)',
    'if f0 < f1: n1 = 1',
    'if n0 > n1: f1 = f0',
    'if not f0: f0 = -0.0',
    'show(min(n0, f0, n1), max(n0, f0, n1), sum((n0, f0)))',
    'n0 = tame(n0 * 1000003 ^ n1)',
    'b0 = n0 «<¦==¦>» «int»',
  ],
  mutations: [
    'n0 = «True¦2**64¦-2**53¦1.5¦"7"¦None¦2**53¦-1»',
    'f1 = «3¦nan¦-0.0¦True¦2**60¦None¦1j»',
    'n1 = «2**53 - 1¦-(2**53 - 1)¦0.0¦False»',
    'o.n = «2**53¦0.5¦-0.0»',
    'o.f = «3¦nan¦2**70»',
    'xs[0] = 2**62',
    'fs[0] = «1¦nan»',
  ],
}
