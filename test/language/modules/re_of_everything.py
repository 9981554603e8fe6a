# The engine of re: one line of each kind of pattern, with all that a match says.
import re
cases=[
 (r'(a|b)*c','ababc'),(r'(?:(a)|b)*','ab'),(r'(a*)*','aaa'),(r'(a*?)*?b','aab'),(r'(?:a|ab)(?:c|bcd)(?:d*)','abcd'),
 (r'(?=(a+))a*b\1','baaabac'),(r'(?<=a)b','ab'),(r'(?<!a)b','bb'),(r'(?<=ab)c','abc'),(r'(?P<x>a)(?P=x)','aa'),(r'(?i)\xe9','\xc9'),
 (r'(?i)stra\xdfe','STRASSE stra\u1e9ee'),(r'[^\W\d_]+','ab1_\xe9\u4e2d'),(r'\b\w+\b','hello w\xf6rld'),(r'\B','abc'),(r'(?a)\w+','ab\xe9'),
 (r'(?m)^a$','b\na\nc'),(r'a$','a\n'),(r'a\Z','a\n'),(r'(?s).+','a\nb'),(r'.+','a\nb'),(r'(?>a+)ab','aaab'),(r'a++b','aaab'),(r'(?:ab)*+c','ababc'),(r'(?:ab)++abc','ababc'),(r'(a)?(?(1)b|c)','ab c'),
 (r'(a)?(?(1)b|c)','c'),(r'(?i)[\u0430-\u044f]+','\u0410\u0411\u0432'),('[\U0001f400-\U0001f4ff]+','a\U0001f40d\U0001f40eb'),('\U0001f40d+','x\U0001f40d\U0001f40d'),('.','\U0001f40d'),(r'(\w+) (\w+)','ab cd ef gh'),
 (r'x*','axb'),(r'(x)*','axb'),(r'(?:x|(y))*z','xyxz'),(r'((a)|b)*','aba'),(r'(a){2,3}?','aaaa'),(r'(a{2,3}?){2}','aaaaaa'),(r'a{0}b','ab'),(r'(?:){3}a','a'),(r'(|a)+','aaa'),(r'(a|)+','aaa'),(r'(?:a?)*?b','aab'),
 (r'\d+(?:\.\d+)?','3.14 42'),(r'[a-z]+?\d','abc1'),(r'(?<=(a))b','ab'),(r'(?!a)(\w)','ab'),(r'(?:(?=(a))a)+b','aaab'),(r'^(?:(\d)x)?\d$','1'),(r'(?<!\d)(\d\d)(?!\d)','1 12 123'),(r'a.*c','abcabc'),(r'a.*?c','abcabc'),
 (r'[]a]+','a]b'),(r'[^]a]+','a]bc'),(r'\s+','a \t\u2003b'),(r'(?i)K','\u212a'),(r'(?i)[k]','\u212a'),(r'(?i)s','\u017f'),(r'(?ia)s','\u017f'),(r'(?i)\u0131','I'),(r'(?i)(a)\1','aA'),(r'(?i)\u03c3','\u03c2'),(r'(?i:a)b','Ab AB'),
 (r'(foo|foobar)baz','foobarbaz'),(r'(?:foo|bar|baz)+','foobarbazqux'),(r'"(?:[^"\\]|\\.)*"','x "a\\"b" y'),(r'(\()?\w+(?(1)\))','(abc) def'),(r'(?P<a>.)(?P<b>.)?','x'),(r'(.)(.)?(.)?','ab'),(r'a|b|','c'),(r'[a\-z]+','a-z'),(r'\x41\101\u0041','AAA'),
 (r'(?:(?:a{1,2}){1,2}){1,2}b','aaaaaaab'),(r'((((a))))','a'),(r'(a+)+$','aaaaab'),(r'(?:(a)|(b)|(c))+','abcab'),(r'(?:a(?=b)|b)+','abab'),(r'(?!(a)b)a','ac'),(r'(?:(a)(?!b)|a)','ab'),
]

def show(m): return None if m is None else (m.span(), m.groups(), m.lastindex, m.lastgroup, m.groupdict())
for pattern, text in cases:
    r = re.compile(pattern)
    print(ascii(r), ascii(text)[:80])
    print('  ', ascii(show(r.match(text))), ascii(show(r.search(text))), ascii(show(r.fullmatch(text))))
    print('  ', ascii(r.findall(text)), [m.span() for m in r.finditer(text)])
    print('  ', ascii(r.split(text)), ascii(r.subn('<>', text)), ascii(r.sub(lambda m: '[' + m.group() + ']', text, 2)))
    print('  ', ascii(show(r.search(text, 1))), ascii(show(r.match(text, 1, 3))), ascii(r.search(text)))
print(re.sub(r'(?P<a>\w)(\d)', r'\2\g<a>\g<0>', 'a1b2'), re.match('(a)(b)?', 'a').expand(r'\1-\2-'))
print(re.compile(b'a+').sub(b'x', b'baab'), re.escape('a.b*'), [m.group() for m in re.Scanner([(r'\d+', None)]).scanner.scanner('12').__class__ and re.finditer('.', 'ab')])
for call in (lambda: re.compile('a').match(b'a'), lambda: re.compile(b'a').match('a'), lambda: re.match('a', 1), lambda: re.match('a', 'a').group(1), lambda: re.match('a', 'a')['x'], lambda: re.sub('(a)', r'\2', 'a'), lambda: re.sub('a', 1, 'a'), lambda: re.compile('(')):
    try: print(call())
    except Exception as error: print(type(error).__name__, error)

# Positions that are no index.
pattern = re.compile('a')
for method in pattern.match, pattern.search, pattern.fullmatch, pattern.findall, pattern.finditer, pattern.scanner:
    for positions in (2**70,), (0, -(2**70)), (1.5,):
        try:
            print(method('a', *positions))
        except (OverflowError, TypeError) as e:
            print(type(e).__name__, e)
