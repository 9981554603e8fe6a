"""tokenize sees the tokens that CPython's own tokenizer does, and its errors."""
import io
import tokenize

sources = (
    "def f(x):\n    # hi\n    return x+1\n\nif 1:\n  f('é')  \n",
    "a = '''x\ny''' + f'{b!r:>{c}} d' \\\n + 1",
    'if x:\n\ty\n# c',
    'async def f(): await x\nlambda: (yield)\n@a\nclass B: ...\n',
    'x = 1 # é comment\n\n\n',
    '',
)
for source in sources:
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        print(token)
print([t.string for t in tokenize.tokenize(io.BytesIO(b'# coding: latin-1\nx = "\xe9"\n').readline)])
for source in ('(a\n', "'abc", '  x\n y', 'f(\n)\n]'):
    try:
        print(list(tokenize.generate_tokens(io.StringIO(source).readline))[-1])
    except (tokenize.TokenError, IndentationError) as e:
        print(repr(source), repr(e))

# Line ends with a carriage return stay as they are.
for source in (
    b"if True:\r\n    # NL\r\n    foo='bar'\r\n\r\n",
    b"x = '''a\r\nb'''\ny = [1,\r\n 2]  \r\nz = 1 \\\r\n + 2\r\n",
    b"x = f'''a\r\n{1}\r\n\n''' # c",
):
    tokens = list(tokenize.tokenize(io.BytesIO(source).readline))
    for token in tokens:
        print(token)
    print(tokenize.untokenize(tokens) == source)
for source in 'x\ny', 'if a:\n  b\n\n# c\nd\n':
    for token in tokenize._generate_tokens_from_c_tokenizer(io.StringIO(source).readline):
        print(token[:4])
