# Elements found by tags and by paths, what iterators over a tree yield while it grows and shrinks, and texts, of which comments have none.
import xml.etree.ElementTree as ET
tree = ET.fromstring('<r xmlns:p="u">t<a x="1">u<b>v<!--c-->w</b>x</a>y<p:a/><a>z</a><c.d/>\n<b><a><b/></a></b></r>')
tree[0][0].append(ET.Comment('text'))
tree[0][0][-1].tail = 'tail'
print([e.tag for e in tree.iter() if isinstance(e.tag, str)], [e.text for e in tree.iter('a')], len(list(tree.iter('*'))), list(tree.itertext()))
print(list(ET.Comment('text').itertext()), [e.tag for e in tree[4].iter('x')])
for path in ('a', 'b', '{u}a', 'c.d', '{u}c.d', '*', '.', 'a/b', './/b', '{*}a', '{}a', '{u}*', 'p:a', '', 'a[@x]', 'a[1]', 'a/', '/a', 'é'):
    found = []
    for find in (tree.findall, lambda path: [tree.find(path)], tree.findtext, tree.iterfind):
        try: found.append(find(path) if find == tree.findtext else [getattr(e, 'tag', None) for e in find(path)])
        except (SyntaxError, TypeError) as error: found.append(type(error).__name__)
    print(path, found)
print(tree.findtext('a', 'none', {'a': 'u'}), tree.findtext('p:a', namespaces={'p': 'u'}), tree.findtext('none', 'none'), len(tree.findall('a', {'': 'u'})))
seen = []
for e in tree.iter():
    seen.append(e.tag)
    if e.tag == 'b' and len(seen) < 9: ET.SubElement(e, 'new')
    if e.tag == '{u}a': tree.remove(tree[0])
print([tag if isinstance(tag, str) else 'comment' for tag in seen])
