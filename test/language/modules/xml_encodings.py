# XML in Python's encodings: those of single bytes that have ASCII where markup needs it; what is wrong with the others is said by Python.
import xml.etree.ElementTree as ElementTree
from xml.parsers import expat


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


for encoding in (
    'latin2', 'iso8859-7', 'koi8-u', 'cp437', 'mac-greek', 'utf-8', 'big5', 'shift-jis', 'gb18030', 'utf-7', 'punycode',
    'cp037', 'cp864', 'cp500', 'undefined', 'unheard-of', 'rot13', 'base64',
):
    document = f"<?xml version='1.0' encoding='{encoding}'?><xml>".encode()
    print(encoding, end=' ')
    attempt(lambda: ElementTree.tostring(ElementTree.XML(document + b'</xml>')))
    print(encoding, end=' ')
    attempt(lambda: ElementTree.tostring(ElementTree.XML(document + b'\xe1</xml>')))
for encoding in 'iso8859-7', 'big5', 'unheard-of':
    attempt(lambda: expat.ParserCreate(encoding).Parse(b'<a>\xe1</a>', True))
    attempt(lambda: ElementTree.fromstring(b'<a>\xe1</a>', parser=ElementTree.XMLParser(encoding=encoding)).text)
