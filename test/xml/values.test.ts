import { describe, expect, it } from 'vitest';
import { escapeAttributeValue, escapeText } from '../../server/src/xml/decode.ts';
import { parseXml } from '../../server/src/xml/parse.ts';
import {
  attributeValue,
  childElements,
  findChild,
  findChildren,
  isEmpty,
  textContent,
} from '../../server/src/xml/query.ts';
import type { XmlElement } from '../../server/src/xml/tree.ts';

function isRootEmpty(text: string): boolean {
  return isEmpty(parseXml(text), parseRoot(text));
}

function parseRoot(text: string): XmlElement {
  const { root } = parseXml(text);
  if (root === undefined) throw new Error('No root');
  return root;
}

describe('values as XML reports them', () => {
  it.each([
    ["<a x='1 &lt; 2 &amp; 3 &#65;&#x42; &quot;&apos;'/>", `1 < 2 & 3 AB "'`],
    ["<a x='a\tb\nc\r\nd\re'/>", 'a b c d e'],
    ["<a x='a&#10;b&#x9;c'/>", 'a\nb\tc'],
    ["<a x='&#x1F600;'/>", '\u{1F600}'],
    ["<a x='&unknown; &amp &'/>", '&unknown; &amp &'],
    ['<a x=br0/>', 'br0'],
    ["<a x='br0/>", 'br0'],
    ["<a x='first' x='second'/>", 'first'],
  ])('attribute of %j', (text, value) => {
    expect(attributeValue(parseRoot(text), 'x')).toBe(value);
  });

  it('an attribute without a value has none, an empty one has the empty one', () => {
    expect(attributeValue(parseRoot('<a x=/>'), 'x')).toBeUndefined();
    expect(attributeValue(parseRoot('<a x/>'), 'x')).toBeUndefined();
    expect(attributeValue(parseRoot("<a x=''/>"), 'x')).toBe('');
    expect(attributeValue(parseRoot('<a/>'), 'x')).toBeUndefined();
  });

  it('raw values are as written', () => {
    expect(parseRoot("<a x='&lt;\n'/>").attributes[0]?.rawValue).toBe('&lt;\n');
  });

  it('text: its own, with CDATA sections, line breaks as line feeds', () => {
    expect(textContent(parseRoot('<a>1 &lt;\r\n2\r<b>not this</b><![CDATA[ & \r\n]]><!-- nor this -->3</a>'))).toBe(
      '1 <\n2\n & \n3',
    );
  });

  it('escaping and decoding undo each other', () => {
    const value = `<a href="x">'&amp;' ]]>`;
    expect(textContent(parseRoot(`<a>${escapeText(value)}</a>`))).toBe(value);
    expect(attributeValue(parseRoot(`<a x='${escapeAttributeValue(value, "'")}'/>`), 'x')).toBe(value);
    expect(attributeValue(parseRoot(`<a x="${escapeAttributeValue(value, '"')}"/>`), 'x')).toBe(value);
  });
});

describe('queries', () => {
  const root = parseRoot('<a>\n <b i="1"/>text<c/><b i="2"/>\n</a>');

  it('find children', () => {
    expect(childElements(root).map(({ name }) => name)).toEqual(['b', 'c', 'b']);
    expect(findChild(root, 'b')).toBe(childElements(root)[0]);
    expect(findChild(root, 'd')).toBeUndefined();
    expect(findChildren(root, 'b').map(child => attributeValue(child, 'i'))).toEqual(['1', '2']);
  });

  it('tell empty elements', () => {
    expect(['<a/>', '<a></a>', '<a> \n </a>', '<a>x</a>', '<a><!-- --></a>', '<a><b/></a>'].map(isRootEmpty)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
