import { describe, expect, it } from 'vitest';
import { parseXml } from '../../server/src/xml/parse.ts';
import { checkSyntax, checkSyntaxFix } from '../support/syntax.ts';

describe('syntax problems', () => {
  it('are none in a well-formed document', () => {
    checkSyntax(`<?xml version="1.0" encoding='UTF-8' standalone='no'?>
<!-- a comment -->
<?instruction with < and & and > in it?>
<domain type = 'kvm' xmlns:qemu="http://libvirt.org/schemas/domain/qemu/1.0"
        id
        =
        '3' >
  <name>a &lt; b &amp; c &#62; d &#x41;</name >
  <![CDATA[ <anything> & ]] > ]]>
  <qemu:commandline/>
  <description note='a > b "quoted"'>it's ]] > "text"</description>
  <título größe='1'/>
</domain>
<!-- behind the root -->
`);
    checkSyntax('﻿<?xml version="1.0"?><domain/>');
    checkSyntax('');
    checkSyntax(' \n ');
  });

  describe('in tags', () => {
    it('element without end tag', () => {
      checkSyntax('<a>\n  <⟦b⟧ x="1">\n  <c/>\n</a>', 'syntax/unclosed-element');
      checkSyntax('<a>\n  <⟦b⟧>\n    <c/>\n</a>', 'syntax/unclosed-element');
      checkSyntax('<⟦a⟧><⟦b⟧>', 'syntax/unclosed-element', 'syntax/unclosed-element');
      checkSyntax('<a><⟦b⟧>text</a>', 'syntax/unclosed-element');
    });

    it('tag without its >', () => {
      checkSyntax("<a>\n  <⟦b⟧ x='1'\n  <c/>\n</a>", 'syntax/unclosed-tag');
      checkSyntax("<a>\n  <⟦b⟧ x='1' /\n  <c/>\n</a>", 'syntax/unclosed-tag');
      checkSyntax('<a>\n  <⟦b⟧\n</a>', 'syntax/unclosed-tag');
      checkSyntax('<a>\n  <⟦b⟧\n    <c/>\n  </b>\n</a>', 'syntax/unclosed-tag');
      checkSyntax('<a>\n  <b>text⟦</b⟧\n  <c/>\n</a>', 'syntax/unclosed-tag');
      checkSyntax('<⟦a⟧', 'syntax/unclosed-tag');
    });

    it('text on the next line does not become attributes of a half-typed tag', () => {
      checkSyntax('<a>\n  <⟦description⟧\n    some text here\n  </description>\n</a>', 'syntax/unclosed-tag');
    });

    it('end tag without start tag', () => {
      checkSyntax('<a>\n  <b/>\n  </⟦c⟧>\n</a>', 'syntax/stray-end-tag');
      checkSyntax('<a/></⟦a⟧>', 'syntax/stray-end-tag');
      checkSyntax('<a>\n  <b>\n  </⟦c⟧>\n</a>', 'syntax/stray-end-tag');
      checkSyntax('<a>⟦</>⟧</a>', 'syntax/stray-end-tag');
    });

    it('start tag lost: only its end tag is reported, not what it enclosed', () => {
      checkSyntax('\n  <name>x</name>\n  <uuid>y</uuid>\n</⟦domain⟧>', 'syntax/stray-end-tag');
    });

    it('name missing', () => {
      checkSyntax('<a>\n  ⟦<⟧\n  <b/>\n</a>', 'syntax/missing-name');
      checkSyntax('<⟦a⟧>\n  ⟦<⟧', 'syntax/unclosed-element', 'syntax/missing-name');
      checkSyntax("<a ⟦=⟧'x'/>", 'syntax/missing-name');
      checkSyntax("<a ⟦'⟧x'/>", 'syntax/missing-name');
    });

    it('a lone < in the column of an open element begins its end tag', () => {
      checkSyntax('<a>\n  <b>\n    <c/>\n  ⟦<⟧\n  <d/>\n</a>', 'syntax/missing-name');
    });

    it('name that is none', () => {
      checkSyntax('<a><⟦b,c⟧/></a>', 'syntax/bad-name');
      checkSyntax("<a ⟦1b⟧='x'/>", 'syntax/bad-name');
      checkSyntax('<a></⟦ab⟧>', 'syntax/stray-end-tag');
    });

    it('more than a name in an end tag', () => {
      checkSyntax("<a></a⟦ x='1'⟧>", 'syntax/bad-character');
    });

    it('slash inside a tag', () => {
      checkSyntax("<a ⟦/⟧ x='1'/>", 'syntax/bad-character');
    });
  });

  describe('in attributes', () => {
    it('closing quote missing', () => {
      checkSyntax("<a>\n  <⟦b⟧ x=⟦'1⟧\n  <c y='2'/>\n</a>", 'syntax/unclosed-tag', 'syntax/missing-quote');
      checkSyntax("<a>\n  <b x=⟦'1⟧/>\n  <c y='2'/>\n</a>", 'syntax/missing-quote');
      checkSyntax("<a>\n  <b x=⟦'1⟧ y='2'/>\n</a>", 'syntax/missing-quote');
      checkSyntax("<a>\n  <b x=⟦'1⟧>it</b>\n  <c y='2'/>\n</a>", 'syntax/missing-quote');
      checkSyntax('<a>\n  <b x=⟦"1⟧ y="2"/>\n</a>', 'syntax/missing-quote');
      checkSyntax("<a>\n  <b x=⟦'1⟧\n     y='2'/>\n</a>", 'syntax/missing-quote');
      checkSyntax("<a x=⟦'1⟧/>", 'syntax/missing-quote');
      checkSyntax("<a>\n  <b x=⟦'⟧/>\n  <c y='2'/>\n</a>", 'syntax/missing-quote');
      checkSyntax("<⟦a⟧ x=⟦'⟧", 'syntax/unclosed-tag', 'syntax/missing-quote');
    });

    it('no quotes, or only the closing one', () => {
      checkSyntax('<a x=⟦1⟧/>', 'syntax/missing-quote');
      checkSyntax('<a x=⟦/dev/vda⟧ y="2"/>', 'syntax/missing-quote');
      checkSyntax("<a x=⟦br0'⟧/>", 'syntax/missing-quote');
    });

    it('a value may go on over lines and hold the other quote and >', () => {
      checkSyntax("<a x='1\n  2 > \" 3' y='2'/>");
    });

    it('something in front of the quotes', () => {
      checkSyntax("<a x=⟦=⟧'1'/>", 'syntax/bad-character');
      checkSyntax("<a x=⟦&⟧'1' y='2'/>", 'syntax/bad-character');
      checkSyntax('<a x=⟦=⟧ ⟦1⟧/>', 'syntax/bad-character', 'syntax/missing-quote');
    });

    it('= missing', () => {
      checkSyntax("<a x⟦'⟧1'/>", 'syntax/missing-equals');
      checkSyntax("<a x⟦ ⟧'1' y='2'/>", 'syntax/missing-equals');
    });

    it('value missing', () => {
      checkSyntax('<a ⟦x⟧=/>', 'syntax/missing-value');
      checkSyntax("<a ⟦x⟧= y='2'/>", 'syntax/missing-value');
      checkSyntax("<a ⟦x⟧ y='2'/>", 'syntax/missing-value');
      checkSyntax("<a>\n  <⟦b⟧ y='2' ⟦x⟧=\n  <c/>\n</a>", 'syntax/unclosed-tag', 'syntax/missing-value');
    });

    it('white space missing', () => {
      checkSyntax("<a x='1'⟦y⟧='2'/>", 'syntax/missing-space');
    });

    it('attribute twice', () => {
      checkSyntax("<a x='1' y='2' ⟦x⟧='3'/>", 'syntax/duplicate-attribute');
      const many = Array.from({ length: 20 }, (_, index) => `x${index}='1'`).join(' ');
      checkSyntax(`<a ${many} ⟦x3⟧='2' ⟦x19⟧='2'/>`, 'syntax/duplicate-attribute', 'syntax/duplicate-attribute');
      expect(parseXml("<a x='1' x='2'/>").problems[0]?.related?.range).toEqual({ start: 3, end: 4 });
    });

    it('< in a value', () => {
      checkSyntax("<a x='1 ⟦<⟧ 2'/>", 'syntax/raw-less-than');
      checkSyntax("<a x='⟦<⟧b>'/>", 'syntax/raw-less-than');
    });
  });

  describe('in texts', () => {
    it('bare &', () => {
      checkSyntax('<a>x ⟦&⟧ y</a>', 'syntax/raw-ampersand');
      checkSyntax("<a x='⟦&⟧'/>", 'syntax/raw-ampersand');
      checkSyntax("<a x='p?a=1⟦&⟧b=2'/>", 'syntax/raw-ampersand');
      checkSyntax('<a>⟦&⟧&amp;</a>', 'syntax/raw-ampersand');
    });

    it('bad reference', () => {
      checkSyntax('<a>⟦&nbsp;⟧</a>', 'syntax/bad-entity');
      checkSyntax('<a>⟦&#0;⟧ ⟦&#xFFFF;⟧ ⟦&#;⟧</a>', 'syntax/bad-entity', 'syntax/bad-entity', 'syntax/bad-entity');
      checkSyntax('<a>⟦&amp⟧ x</a>', 'syntax/bad-entity');
    });

    it('bare <', () => {
      checkSyntax('<a>1 ⟦<⟧ 2, 3 ⟦<⟧3</a>', 'syntax/raw-less-than', 'syntax/raw-less-than');
    });

    it(']]>', () => {
      checkSyntax('<a>x⟦]]>⟧</a>', 'syntax/bad-character');
      checkSyntax('<a>x]]&gt; ]>]></a>');
    });

    it('characters that XML forbids', () => {
      checkSyntax('<a>⟦\u0001⟧ ⟦\uFFFE⟧</a>', 'syntax/bad-character', 'syntax/bad-character');
      checkSyntax('<a>⟦\uD83D⟧ \u{1F600}</a>', 'syntax/bad-character');
    });
  });

  describe('in comments and other sections', () => {
    it('comment', () => {
      checkSyntax('<a>⟦<!--⟧ x\n  <b/>\n</a>', 'syntax/bad-comment');
      checkSyntax('<a>\n  ⟦<!--⟧ x\n  <b/>\n  <!-- y -->\n</a>', 'syntax/bad-comment');
      checkSyntax('<a><!-- x ⟦--⟧ y --></a>', 'syntax/bad-comment');
      checkSyntax('<a><!-- x⟦-⟧--></a>', 'syntax/bad-comment');
      checkSyntax('<a>⟦<!-⟧\n</a>', 'syntax/bad-comment');
      checkSyntax('<a>⟦<!>⟧</a>', 'syntax/bad-comment');
    });

    it('CDATA section and instruction', () => {
      checkSyntax('<a>⟦<![CDATA[⟧ x\n</a>', 'syntax/unclosed-section');
      checkSyntax('<a>⟦<?x⟧ y\n</a>', 'syntax/unclosed-section');
      checkSyntax('<a>⟦<?⟧ y?></a>', 'syntax/bad-name');
    });

    it('XML declaration', () => {
      checkSyntax(' ⟦<?xml⟧ version="1.0"?><a/>', 'syntax/bad-declaration');
      checkSyntax('⟦<?xml⟧ encoding="UTF-8"?><a/>', 'syntax/bad-declaration');
      checkSyntax('⟦<?XML⟧ version="1.0"?><a/>', 'syntax/bad-declaration');
      checkSyntax('⟦<?xml⟧ version="1.0">\n<a/>', 'syntax/bad-declaration');
    });

    it('document type declaration, whose subset is skipped and never read', () => {
      checkSyntax('⟦<!DOCTYPE⟧ domain><domain/>', 'syntax/doctype');
      checkSyntax(
        `⟦<!DOCTYPE⟧ domain SYSTEM "x.dtd" [
  <!ENTITY e "]>"> <!-- ]> ' --> <?p ]> ?>
]><domain>&e;</domain>`,
        'syntax/doctype',
      );
      checkSyntax('<a/>⟦<!DOCTYPE⟧ a>', 'syntax/bad-declaration');
      checkSyntax('<a>⟦<!DOCTYPE⟧ a></a>', 'syntax/bad-declaration');
      checkSyntax('⟦<!DOCTYPE⟧ a [ <!ENTITY\n<a/>', 'syntax/unclosed-section');
      const { root } = parseXml('<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a b="&e;">&e;</a>');
      expect(root?.attributes[0]?.value).toBe('&e;');
      expect(root?.children[0]).toMatchObject({ kind: 'text', value: '&e;' });
    });
  });

  describe('beside the root', () => {
    it('second root', () => {
      checkSyntax('<a/>\n<⟦b⟧/>\n<c/>', 'syntax/second-root');
    });

    it('no root', () => {
      checkSyntax('⟦<⟧!-- x -->', 'syntax/no-root');
      checkSyntax('⟦\u00A0⟧', 'syntax/no-root');
    });

    it('text', () => {
      checkSyntax('<a/>\n⟦text &amp; more⟧\n', 'syntax/text-outside-root');
      checkSyntax('⟦text⟧ <a/>', 'syntax/text-outside-root');
      checkSyntax('<a/> ⟦\u00A0⟧ ', 'syntax/text-outside-root');
    });
  });

  it('are bounded in number', () => {
    expect(parseXml(`<a>${'&'.repeat(5000)}</a>`).problems).toHaveLength(1000);
  });
});

describe('syntax fixes', () => {
  it.each([
    ['<a>\n  <b x="1">\n  <c/>\n</a>', '<a>\n  <b x="1"/>\n  <c/>\n</a>'],
    ['<a>\n  <b>\n    <c/>\n  <d/>\n</a>', '<a>\n  <b>\n    <c/>\n  </b>\n  <d/>\n</a>'],
    ['<a>\r\n  <b>\r\n    <c/>\r\n  <d/>\r\n</a>', '<a>\r\n  <b>\r\n    <c/>\r\n  </b>\r\n  <d/>\r\n</a>'],
    ['<a>\n  <b>text\n  <c/>\n</a>', '<a>\n  <b>text</b>\n  <c/>\n</a>'],
    ["<a>\n  <b x='1'\n  <c/>\n</a>", "<a>\n  <b x='1'/>\n  <c/>\n</a>"],
    ["<a>\n  <b x='1' /\n  <c/>\n</a>", "<a>\n  <b x='1' />\n  <c/>\n</a>"],
    ["<a>\n  <b x='1'\n    <c/>\n  </b>\n</a>", "<a>\n  <b x='1'>\n    <c/>\n  </b>\n</a>"],
    ['<a>\n  <dev\n    <c/>\n  </devices>\n</a>', '<a>\n  <devices>\n    <c/>\n  </devices>\n</a>'],
    ['<a>\n  <b>\n    <c/>\n  </\n</a>', '<a>\n  <b>\n    <c/>\n  </b>\n</a>'],
    ['<a>\n  <b>\n    <c/>\n  <\n  <d/>\n</a>', '<a>\n  <b>\n    <c/>\n  </b>\n  <d/>\n</a>'],
    ['<a>\n  <b>x</b\n</a>', '<a>\n  <b>x</b>\n</a>'],
    ['<a>\n  <b/>\n  </c>\n</a>', '<a>\n  <b/>\n</a>'],
    ['<a>\n  <b>\n    <x/>\n  </c>\n</a>', '<a>\n  <b>\n    <x/>\n  </b>\n</a>'],
    ["<a>\n  <b x='1/>\n</a>", "<a>\n  <b x='1'/>\n</a>"],
    ["<a>\n  <b x='1 y='2'/>\n</a>", "<a>\n  <b x='1' y='2'/>\n</a>"],
    ['<a x=1/>', "<a x='1'/>"],
    ["<a x=1'/>", "<a x='1'/>"],
    ["<a x=='1'/>", "<a x='1'/>"],
    ["<a x='1' y=a'2 3' z='4'/>", "<a x='1' y='2 3' z='4'/>"],
    ['<a>\n  <<b/>\n</a>', '<a>\n  <b/>\n</a>'],
    ['<a>x<</a>', '<a>x&lt;</a>'],
    ['<a>\n  <b/>\n  <>\n</a>', '<a>\n  <b/>\n  \n</a>'],
    ['<a x=it"s/>', `<a x='it"s'/>`],
    ["<a x'1'/>", "<a x='1'/>"],
    ['<a x "1"/>', '<a x="1"/>'],
    ['<a x=/>', "<a x=''/>"],
    ['<a x/>', "<a x=''/>"],
    ["<a x='1'y='2'/>", "<a x='1' y='2'/>"],
    ["<a x='1' x='2'/>", "<a x='1'/>"],
    ["<a / x='1'/>", "<a  x='1'/>"],
    ['<a>x & y</a>', '<a>x &amp; y</a>'],
    ['<a>&foo;</a>', '<a>&amp;foo;</a>'],
    ['<a>&lt b</a>', '<a>&lt; b</a>'],
    ['<a>1 < 2</a>', '<a>1 &lt; 2</a>'],
    ["<a x='1 < 2'/>", "<a x='1 &lt; 2'/>"],
    ['<a>x]]></a>', '<a>x]]&gt;</a>'],
    ['<a>\u0001</a>', '<a></a>'],
    ['<a><!-- x -- y --></a>', '<a><!-- x - y --></a>'],
    ['<a><!-- x---></a>', '<a><!-- x- --></a>'],
    ['<a>\n  <!-- x\n  <b/>\n</a>', '<a>\n  <!-- x -->\n  <b/>\n</a>'],
    ['<a>\n  <![CDATA[ x\n</a>', '<a>\n  <![CDATA[ x]]>\n</a>'],
    ['<a>\n  <?x y\n</a>', '<a>\n  <?x y?>\n</a>'],
    ['<?xml version="1.0">\n<a/>', '<?xml version="1.0"?>\n<a/>'],
    ['<!DOCTYPE a>\n<a/>', '<a/>'],
    ['<a></a b>', '<a></a>'],
    ['text<a/>', '<a/>'],
  ])('%j', (before, after) => {
    checkSyntaxFix(before, after);
  });
});
