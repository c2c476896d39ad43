import { describe, expect, it } from 'vitest';
import { locate } from '../../server/src/xml/locate.ts';
import { parseXml } from '../../server/src/xml/parse.ts';
import { checkLocations } from '../support/location.ts';

describe('locate in whole documents', () => {
  it('names and values', () => {
    checkLocations(
      "<interface type='direct'>\n  <|sou|rce| dev|='|eth|0|' mode='vepa'/>\n</inter|face>",
      "tagName 'source' of source in interface",
      "tagName 'source' of source in interface",
      "tagName 'source' of source in interface",
      'attributeName dev of source in interface',
      "attributeValue dev 'eth0' of source in interface",
      "attributeValue dev 'eth0' of source in interface",
      "attributeValue dev 'eth0' of source in interface",
      "endTagName 'interface' of interface",
    );
  });

  it('white space in a start tag', () => {
    checkLocations(
      "<a>\n  <b | x='1'| \n |y='2'  |/>\n</a>",
      'startTag of b in a',
      'startTag of b in a, needs space',
      'attributeName y of b in a',
      'startTag of b in a',
    );
  });

  it('places where nothing may come', () => {
    checkLocations("<a x |= |'1' /|>", 'tagEnd of a', 'tagEnd of a', 'tagEnd of a');
    checkLocations('<a><|/a |>', 'tagEnd of a', 'tagEnd of a');
  });

  it('content', () => {
    checkLocations(
      '|<a>|\n  |<b>some| text</b>|\n<c/>|<d/></a>|',
      'content',
      'content in a',
      'content in a',
      "content 'some text' in b",
      'content in a',
      'content in a',
      'content',
    );
    checkLocations('<a>\n  one\n  two| three\n</a>', "content 'two three' in a");
  });

  it('other sections', () => {
    checkLocations(
      '<?x|ml version="1.0"?><!DOC|TYPE a><a><!-- |x --><![CDATA[|y]]>|</a>',
      'instruction \'<?xml version="1.0"?>\'',
      "doctype '<!DOCTYPE a>'",
      "comment '<!-- x -->' in a",
      "cdata '<![CDATA[y]]>' in a",
      'content in a',
    );
  });

  it('offsets outside the text are taken for its ends', () => {
    const document = parseXml('<a/>');
    expect(locate(document, -5)).toMatchObject({ kind: 'content', offset: 0 });
    expect(locate(document, 99)).toMatchObject({ kind: 'content', offset: 4 });
    expect(locate(parseXml(''), 0)).toMatchObject({ kind: 'content', parent: undefined });
  });
});

describe('locate while typing', () => {
  it('the name of an element', () => {
    checkLocations('<a>\n  <|\n  <b/>\n</a>', 'tagName of ? in a');
    checkLocations('<a>\n  <int|\n  <b/>\n</a>', "tagName 'int' of int in a");
    checkLocations('<a>\n  <|', 'tagName of ? in a');
    checkLocations('<a><b/><|</a>', 'tagName of ? in a');
    checkLocations('<|', 'tagName of ?');
    checkLocations("<a>\n  <b x='1'>\n    <|\n  </b>\n</a>", 'tagName of ? in b');
    checkLocations('<a>\n  <|>\n</a>', 'tagName of ? in a');
  });

  it('an attribute', () => {
    checkLocations('<a>\n  <b |\n  <c/>\n</a>', 'startTag of b in a');
    checkLocations('<a>\n  <b\n    |\n  <c/>\n</a>', 'startTag of b in a');
    checkLocations("<a>\n  <b x='1' mo|\n  <c/>\n</a>", 'attributeName mo of b in a');
    checkLocations("<a>\n  <b x='1' |/>\n</a>", 'startTag of b in a');
    checkLocations("<a>\n  <b mo| x='1'/>\n</a>", 'attributeName mo of b in a');
    checkLocations('<a |', 'startTag of a');
  });

  it('a value', () => {
    checkLocations("<a>\n  <b x='1' y=|\n  <c/>\n</a>", 'attributeValue y of b in a');
    checkLocations('<a>\n  <b y= |/>\n</a>', 'attributeValue y of b in a');
    checkLocations("<a>\n  <b x='1' y='|\n  <c z='2'/>\n</a>", 'attributeValue y of b in a');
    checkLocations("<a>\n  <b x='1' y='br|\n  <c z='2'/>\n</a>", "attributeValue y 'br' of b in a");
    checkLocations("<a>\n  <b y='br|/>\n  <c z='2'/>\n</a>", "attributeValue y 'br' of b in a");
    checkLocations("<a>\n  <b y='br| x='1'/>\n</a>", "attributeValue y 'br' of b in a");
    checkLocations('<a>\n  <b y=br|/>\n</a>', "attributeValue y 'br' of b in a");
    checkLocations("<a>\n  <b y='|'/>\n</a>", 'attributeValue y of b in a');
    checkLocations("<a y='|", 'attributeValue y of a');
    checkLocations('<a y="|', 'attributeValue y of a');
  });

  it('an end tag', () => {
    checkLocations('<a>\n  <b>\n    <c/>\n  </|\n</a>', 'endTagName of b in a');
    checkLocations('<a>\n  <b>\n    <c/>\n  </b|\n</a>', "endTagName 'b' of b in a");
    checkLocations('<a><b></|</a>', 'endTagName of b in a');
    checkLocations('<a></|', 'endTagName of a');
    checkLocations('<a>\n  <b/>\n  </|x>\n</a>', "endTagName 'x' in a");
  });

  it('content of an element that is not closed', () => {
    checkLocations('<a>\n  <b>\n    |\n</a>', 'content in b');
    checkLocations('<a>\n  <b>\n    |\n  <c/>\n</a>', 'content in b');
    checkLocations('<a>\n  <b>\n    <c/>\n    |\n  |\n</a>', 'content in b', 'content in a');
    checkLocations('<a>\n  <b>|\n  <c/>\n</a>', 'content in b');
    checkLocations('<a>\n  <b>text|\n  <c/>\n</a>', "content 'text' in b");
    checkLocations('<a>\n  <b>\n    <c>\n      |', 'content in c');
  });

  it('a section', () => {
    checkLocations('<a>\n  <!-- x|\n</a>', "comment '<!-- x' in a");
    checkLocations('<a>\n  <!|\n</a>', "comment '<!' in a");
    checkLocations('<a>\n  <![CDATA[x|\n</a>', "cdata '<![CDATA[x' in a");
  });
});
