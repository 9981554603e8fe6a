# pyexpat and what is built on it: xml.etree, xml.dom.minidom, xml.sax, plistlib.
import xml.etree.ElementTree as ET, xml.dom.minidom as minidom, xml.sax, xml.sax.handler, plistlib, io
from xml.parsers import expat
NAMES = ['StartElementHandler', 'EndElementHandler', 'ProcessingInstructionHandler', 'CharacterDataHandler', 'UnparsedEntityDeclHandler', 'NotationDeclHandler', 'StartNamespaceDeclHandler', 'EndNamespaceDeclHandler', 'CommentHandler', 'StartCdataSectionHandler', 'EndCdataSectionHandler', 'StartDoctypeDeclHandler', 'EndDoctypeDeclHandler', 'EntityDeclHandler', 'XmlDeclHandler', 'ElementDeclHandler', 'AttlistDeclHandler', 'SkippedEntityHandler']
def events(data, *args, without=(), pieces=None, **settings):
    parser, seen = expat.ParserCreate(*args), []
    for name, value in settings.items(): setattr(parser, name, value)
    for name in NAMES:
        if name not in without: setattr(parser, name, lambda *a, name=name: seen.append((name.replace('Handler', ''), *a)))
    try:
        if pieces:
            for i in range(0, len(data), pieces): parser.Parse(data[i:i + pieces], False)
            parser.Parse(data[:0], True)
        else: parser.Parse(data, True)
    except expat.ExpatError as error: seen.append((str(error), error.code, error.lineno, error.offset))
    return seen
document = '''<?xml version="1.0" encoding="utf-8" standalone='yes'?>
<!-- before --><?target some data?>
<!DOCTYPE root [
<!ELEMENT root (a|b)*> <!ELEMENT a EMPTY> <!ELEMENT b (#PCDATA|c)*> <!ELEMENT c (a,(b|c)?,a+)> <!ELEMENT d ANY>
<!ATTLIST a id ID #IMPLIED kind (x|y) "x" note CDATA #FIXED "n &lt; m" req NMTOKEN #REQUIRED>
<!ENTITY hello "Hello, <c>world</c>&#33;"> <!ENTITY ext SYSTEM "e.xml"> <!ENTITY pic PUBLIC "-//p//" "p.gif" NDATA gif> <!NOTATION gif SYSTEM "viewer">
<!ENTITY % pe "x"> ]>
<root xmlns:p="urn:p"><a id=" 1 " req=" t "/>text &amp; more&hello;
<b p:q="é&#x20AC;&#10;	tab"><![CDATA[<raw> & ]] data
two]]></b><?pi?><!--in--></root>
<!-- after -->'''
for event in events(document): print(event)
print(events(document, None, ' ') != events(document), events(document.encode()) == events(document), events(document.encode('utf-16')) [0])
for event in events('<r xmlns="urn:d" xmlns:p="urn:p" p:a="1" a="2"><p:x/><y xmlns=""/></r>', None, '}', namespace_prefixes=True, ordered_attributes=True): print(event)
print(events('<a b="1" c="2"/>', ordered_attributes=True), events('<!DOCTYPE a [<!ATTLIST a d CDATA "z">]><a b="1"/>', specified_attributes=True)[-2:], events('<a>one&lt;two\nthree</a>', buffer_text=True))
for size in (1, 2, 7): print(size, [e for e in events(document.encode(), pieces=size, buffer_text=True) if e[0] != 'CharacterData'] == [e for e in events(document, buffer_text=True) if e[0] != 'CharacterData'])
print(''.join(e[1] for e in events(document, pieces=3) if e[0] == 'CharacterData') == ''.join(e[1] for e in events(document) if e[0] == 'CharacterData'))
for latin in ('iso-8859-1', 'us-ascii', 'cp1252', 'koi8-r'): print(latin, events(f'<?xml version="1.0" encoding="{latin}"?><a>é</a>'.encode('cp1252'))[2:4])
for bad in ('', '<a>', 'a', '<a b=1/>', '<a></b>', '<a/><b/>', '<a>&x;</a>', '<a>&</a>', '<a>&#0;</a>', '<a b="1" b="2"/>', '<a b="<"/>', '<a b="1"c="2"/>', '<a>]]></a>', ' <?xml version="1.0"?><a/>', '<?xml?><a/>', '<?xml version="1.0" encoding="nope"?><a/>', '<a><b', '<a><![CDATA[x', '<a><!-- -- --></a>', '<a><!-', '<a/>x', '<a/>\n\n  </a>', '<1/>', '<a\n\n  b/>', '<a>\x01</a>', '<!DOCTYPE a [<!ENTITY x "&x;">]><a>&x;</a>', '<!DOCTYPE a [<!ENTITY x "<b>">]><a>&x;</a>', '<!DOCTYPE a [<!ENTITY x "&y;">]><a>&x;</a>', '<!DOCTYPE a [<!ENTITY x SYSTEM "s">]><a b="&x;"/>', '<!DOCTYPE a [<!ENTITY x "<">]><a b="&x;"/>', '<!DOCTYPE a [<!FOO>]><a/>', '<!DOCTYPE a><!DOCTYPE a><a/>', '<a>é', '&', '<', '<a', '<?x', '<a><?xml version="1.0"?></a>', '<a><?XML x?></a>', '<é:ü/>', '\n\n<a>\n  <b></a>'): print(repr(bad), events(bad)[-1])
for bad in ('<x:a/>', '<a x:b="1"/>', '<a xmlns:x=""/>', '<a xmlns:xml="urn:x"/>', '<a xmlns:xmlns="urn:x"/>', '<a xmlns:x="http://www.w3.org/XML/1998/namespace"/>', '<a xmlns:x="u" xmlns:y="u" x:b="1" y:b="2"/>'): print(bad, events(bad, None, ' ')[-1])
for data in (b'<a>\xff</a>', b'<a>\xc3</a>', b'<\xe9/>', b'\xff\xfe<\0a\0/\0>\0', b'\xef\xbb\xbf<a/>', b'<a>\xe2\x82'): print(data, events(data)[-1])
parser = expat.ParserCreate(); default = []; parser.DefaultHandler = default.append; parser.Parse('<?xml version="1.0"?>\n<a b="1">x<!--c-->&amp;<b/><?p q?></a>\n', True); print(default)
parser = expat.ParserCreate(); places = []
parser.StartElementHandler = lambda n, a: places.append((n, parser.CurrentLineNumber, parser.CurrentColumnNumber, parser.CurrentByteIndex)); parser.Parse('<a>\n é<b/>\n  <c\n/></a>', True); print(places, parser.ErrorCode, parser.ErrorLineNumber)
def fails(*a): raise ValueError('from a handler')
parser = expat.ParserCreate(); parser.StartElementHandler = fails
try: parser.Parse('<a/>', True)
except ValueError as error: print(error)
P = expat.ParserCreate
for code in ("P().Parse(3)", "P(3)", "P(None, 'ab')", "P(intern=3)", "P(intern={}).intern", "P().ParseFile(3)", "P().ParseFile(io.BytesIO(b'<a/>'))", "P().ParseFile(io.StringIO('<a/>'))", "P().GetBase()", "P().SetBase('x')", "P().GetInputContext()", "P().buffer_size", "P().buffer_used", "setattr(P(), 'buffer_size', 0)", "setattr(P(), 'buffer_size', 'x')", "setattr(P(), 'foo', 1)", "expat.ErrorString(3)", "expat.ErrorString(99)", "P().SetParamEntityParsing(1)", "P().UseForeignDTD()", "type(P())()", "P().ErrorCode", "P().CurrentByteIndex", "P().CurrentLineNumber", "delattr(P(), 'StartElementHandler')", "P().StartElementHandler", "expat.errors.XML_ERROR_SYNTAX", "expat.errors.codes[expat.errors.XML_ERROR_TAG_MISMATCH]", "expat.errors.messages[4]", "expat.model.XML_CTYPE_SEQ", "expat.native_encoding"):
    try: print(code, "=", repr(eval(code)))
    except (TypeError, ValueError, AttributeError, RuntimeError, LookupError) as error: print(code, "->", type(error).__name__, error)
tree = ET.fromstring('<data><item n="1">a<b/>tail</item><item n="2"><![CDATA[c & d]]></item><!--c--></data>')
print(ET.tostring(tree), [i.get('n') for i in tree.iter('item')], tree.find('.//b').tail, tree.findtext("item[@n='2']"), ET.tostring(ET.fromstring('<p:a xmlns:p="urn:p"><p:b p:c="é"/></p:a>'), encoding='unicode'), [(e, x.tag) for e, x in ET.iterparse(io.BytesIO(b'<a><b/><c>t</c></a>'), ('start', 'end'))])
ET.indent(tree); print(ET.tostring(tree, 'utf-8', xml_declaration=True).decode())
for bad in ('<a>', '<a><b></a>', '<a>&nope;</a>', '', '<a/><b/>'):
    try: ET.fromstring(bad)
    except ET.ParseError as error: print(type(error).__name__, error, error.code, error.position)
pull = ET.XMLPullParser(['start', 'end']); pull.feed('<r><x'); pull.feed('>1</x>'); print([(e, x.tag, x.text) for e, x in pull.read_events()]); pull.feed('</r>'); pull.close()
dom = minidom.parseString('<!DOCTYPE r [<!ENTITY e "ent">]><r a="1"><x>t&e;</x><!--c--><?p d?></r>'); print(dom.toxml(), dom.documentElement.getElementsByTagName('x')[0].firstChild.data, dom.doctype.name, dom.toprettyxml(indent=' '))
class Handler(xml.sax.handler.ContentHandler):
    def startElement(self, name, attributes): print('start', name, dict(attributes))
    def endElement(self, name): print('end', name)
    def characters(self, content): print('characters', repr(content))
xml.sax.parseString(b'<a x="1">hi<b/></a>', Handler())
try: xml.sax.parseString(b'<a><b></a>', Handler())
except xml.sax.SAXParseException as error: print(type(error).__name__, error)
value = {'n': 1, 's': 'x & y', 'l': [1.5, True, b'bytes'], 'd': {'k': -3}}; print(plistlib.loads(plistlib.dumps(value)) == value, plistlib.dumps({'a': [1, 'b']}).decode())

# Where the events are, and what is declared elsewhere.
def declared(document, answer):
    seen = []
    parser = expat.ParserCreate()
    parser.NotStandaloneHandler = lambda: (seen.append('not standalone'), answer)[1]
    parser.StartDoctypeDeclHandler = lambda *args: seen.append(('start', args))
    parser.EndDoctypeDeclHandler = lambda: seen.append('end')
    parser.StartElementHandler = lambda name, attributes: seen.append((name, parser.CurrentByteIndex, parser.CurrentColumnNumber))
    parser.EndElementHandler = lambda name: seen.append(('/' + name, parser.CurrentByteIndex, parser.CurrentColumnNumber))
    try: parser.Parse(document, True)
    except expat.ExpatError as error: seen.append(error)
    print(seen)
for answer in 1, 0:
    declared('<!DOCTYPE a SYSTEM "b"><a><c/><d></d><e x="1" /></a>', answer)
    declared('<!DOCTYPE a SYSTEM "b" [<!ENTITY % p "">%p;]><a/>', answer)
    declared('<!DOCTYPE a [<!ENTITY % p "">%p;]><a/>', answer)
    declared('<!DOCTYPE a [<!ENTITY p "">]><a>&p;</a>', answer)
