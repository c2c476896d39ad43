import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  insertAttribute,
  insertChild,
  removeAttribute,
  removeElement,
  renameAttribute,
  renameElement,
  replaceElement,
  replaceText,
  replaceValue,
} from '../../server/src/xml/edit.ts';
import { parseXml } from '../../server/src/xml/parse.ts';
import { findAttribute, walkElements } from '../../server/src/xml/query.ts';
import type { TextEdit } from '../../server/src/xml/range.ts';
import type { XmlAttribute, XmlDocument, XmlElement } from '../../server/src/xml/tree.ts';
import { applyEdits } from '../support/applyEdits.ts';
import { anyText, wellFormedXml } from '../support/arbitraryXml.ts';

type Edit = (document: XmlDocument, element: XmlElement, attribute: XmlAttribute) => readonly TextEdit[];

/** Checks the text after an edit of the first element `b` and its attribute `x`, where it has one. */
function checkEdit(before: string, edit: Edit, after: string): void {
  const document = parseXml(before);
  const element = [...walkElements(document)].find(({ name }) => name === 'b');
  if (element === undefined) throw new Error(`No <b> in ${before}`);
  const attribute = findAttribute(element, 'x') ?? element.attributes[0];
  expect(applyEdits(before, edit(document, element, attribute ?? noAttribute(element)))).toBe(after);
}

/** Stands in where the edit looks at no attribute. */
function noAttribute(owner: XmlElement): XmlAttribute {
  const range = owner.nameRange;
  return {
    ...range,
    owner,
    name: '',
    nameRange: range,
    equals: undefined,
    quote: undefined,
    valueRange: undefined,
    rawValue: '',
    value: '',
    closed: false,
  };
}

const insertN: Edit = (document, element) => insertAttribute(document, element, 'n', 'v');
const insertAwkward: Edit = (document, element) => insertAttribute(document, element, 'n', `<&>'"`);
const removeX: Edit = (document, _element, attribute) => removeAttribute(document, attribute);
const replaceX: Edit = (document, _element, attribute) => replaceValue(document, attribute, 'v');
const replaceAwkward: Edit = (document, _element, attribute) => replaceValue(document, attribute, `'"`);
const insertTree: Edit = (document, element) => insertChild(document, element, "<n>\n  <m k='v'/>\n</n>");
const removeB: Edit = (document, element) => removeElement(document, element);
const renameB: Edit = (document, element) => renameElement(document, element, 'n');
const replaceTextOfB: Edit = (document, element) => replaceText(document, element, '1 < 2 & 3');

describe('insertAttribute', () => {
  it('behind the last attribute, with its quotes', () => {
    checkEdit("<a><b x='1'/></a>", insertN, "<a><b x='1' n='v'/></a>");
    checkEdit('<a><b x="1"></b></a>', insertN, '<a><b x="1" n="v"></b></a>');
  });

  it('behind the name where there is none, with the quotes of the neighbours, else single ones', () => {
    checkEdit('<a><b/></a>', insertN, "<a><b n='v'/></a>");
    checkEdit('<a><b /></a>', insertN, "<a><b n='v' /></a>");
    checkEdit('<a><c y="1"/><b/></a>', insertN, '<a><c y="1"/><b n="v"/></a>');
    checkEdit('<a y="1"><b/></a>', insertN, '<a y="1"><b n="v"/></a>');
  });

  it('on a line of its own where the others stand so', () => {
    checkEdit("<a>\n  <b x='1'\n     y='2'/>\n</a>", insertN, "<a>\n  <b x='1'\n     y='2'\n     n='v'/>\n</a>");
    checkEdit("<a>\n  <b x='1' y='2'/>\n</a>", insertN, "<a>\n  <b x='1' y='2' n='v'/>\n</a>");
  });

  it('escapes', () => {
    checkEdit("<a><b x='1'/></a>", insertAwkward, `<a><b x='1' n='&lt;&amp;>&apos;"'/></a>`);
    checkEdit('<a><b x="1"/></a>', insertAwkward, `<a><b x="1" n="&lt;&amp;>'&quot;"/></a>`);
  });

  it('into a half-typed tag', () => {
    checkEdit("<a>\n  <b x='1'\n  <c/>\n</a>", insertN, "<a>\n  <b x='1' n='v'\n  <c/>\n</a>");
  });
});

describe('removeAttribute', () => {
  it('takes the white space in front of it along, and leaves the line breaks of others', () => {
    checkEdit("<a><b x='1'/></a>", removeX, '<a><b/></a>');
    checkEdit("<a><b x='1' y='2'/></a>", removeX, "<a><b y='2'/></a>");
    checkEdit("<a><b w='0'\n     x='1'\n     y='2'/></a>", removeX, "<a><b w='0'\n     y='2'/></a>");
    checkEdit("<a><b x = '1' ></b></a>", removeX, '<a><b ></b></a>');
  });
});

describe('renameAttribute, replaceValue', () => {
  it('name only', () => {
    checkEdit(
      "<a><b x = '1'/></a>",
      (document, _, attribute) => renameAttribute(document, attribute, 'z'),
      "<a><b z = '1'/></a>",
    );
  });

  it('value only, escaped for its quotes', () => {
    checkEdit("<a><b x = '1'/></a>", replaceAwkward, `<a><b x = '&apos;"'/></a>`);
    checkEdit('<a><b x="1"/></a>', replaceAwkward, `<a><b x="'&quot;"/></a>`);
    checkEdit("<a><b x=''/></a>", replaceAwkward, `<a><b x='&apos;"'/></a>`);
  });

  it('writes the quotes that are missing', () => {
    checkEdit('<a><b x=1/></a>', replaceX, "<a><b x='v'/></a>");
    checkEdit("<a><b x='1/></a>", replaceX, "<a><b x='v'/></a>");
    checkEdit('<a><b x=/></a>', replaceX, "<a><b x='v'/></a>");
    checkEdit('<a><b x/></a>', replaceX, "<a><b x='v'/></a>");
    checkEdit("<a><b x=1'/></a>", replaceX, "<a><b x='v'/></a>");
  });
});

describe('insertChild', () => {
  it('behind the last child, indented as that is', () => {
    checkEdit(
      '<a>\n    <b>\n        <c/>\n        <!-- x -->\n    </b>\n</a>',
      insertTree,
      "<a>\n    <b>\n        <c/>\n        <n>\n            <m k='v'/>\n        </n>\n        <!-- x -->\n    </b>\n</a>",
    );
    checkEdit(
      '<a>\n\t<b>\n\t\t<c/>\n\t</b>\n</a>',
      insertTree,
      "<a>\n\t<b>\n\t\t<c/>\n\t\t<n>\n\t\t\t<m k='v'/>\n\t\t</n>\n\t</b>\n</a>",
    );
  });

  it('into an empty element, indented as the surroundings are', () => {
    checkEdit(
      '<a>\n   <b></b>\n</a>',
      insertTree,
      "<a>\n   <b>\n      <n>\n         <m k='v'/>\n      </n>\n   </b>\n</a>",
    );
    checkEdit('<a>\n  <b>\n  </b>\n</a>', insertTree, "<a>\n  <b>\n    <n>\n      <m k='v'/>\n    </n>\n  </b>\n</a>");
  });

  it('opens a self-closing element', () => {
    checkEdit(
      "<a>\n  <b x='1' />\n</a>",
      insertTree,
      "<a>\n  <b x='1'>\n    <n>\n      <m k='v'/>\n    </n>\n  </b>\n</a>",
    );
    checkEdit('<b/>', insertTree, "<b>\n  <n>\n    <m k='v'/>\n  </n>\n</b>");
  });

  it('keeps the line breaks of the document', () => {
    checkEdit(
      '<a>\r\n  <b>\r\n    <c/>\r\n  </b>\r\n</a>\r\n',
      insertTree,
      "<a>\r\n  <b>\r\n    <c/>\r\n    <n>\r\n      <m k='v'/>\r\n    </n>\r\n  </b>\r\n</a>\r\n",
    );
  });

  it('behind another child, or in front of all', () => {
    const text = '<a>\n  <b>\n    <c/>\n    <d/>\n  </b>\n</a>';
    checkEdit(
      text,
      (document, element) => {
        const [first] = element.children.filter(child => child.kind === 'element');
        return insertChild(document, element, '<n/>', first);
      },
      '<a>\n  <b>\n    <c/>\n    <n/>\n    <d/>\n  </b>\n</a>',
    );
  });

  it('into one line of markup', () => {
    checkEdit('<a><b><c/></b></a>', (document, b) => insertChild(document, b, '<n/>'), '<a><b><c/><n/></b></a>');
  });
});

describe('removeElement', () => {
  it('takes its lines along where nothing else stands on them', () => {
    checkEdit('<a>\n  <b>\n    <c/>\n  </b>\n  <d/>\n</a>', removeB, '<a>\n  <d/>\n</a>');
    checkEdit('<a>\r\n  <b/>\r\n  <d/>\r\n</a>', removeB, '<a>\r\n  <d/>\r\n</a>');
    checkEdit('<a>\n  <d/>\n  <b/>  \n</a>', removeB, '<a>\n  <d/>\n</a>');
    checkEdit('<b/>\n', removeB, '');
    checkEdit('\n<b/>', removeB, '');
  });

  it('takes only itself elsewhere', () => {
    checkEdit('<a><b/><d/></a>', removeB, '<a><d/></a>');
    checkEdit('<a>\n  <b/> <!-- x -->\n</a>', removeB, '<a>\n   <!-- x -->\n</a>');
  });
});

describe('renameElement, replaceElement, replaceText', () => {
  it('renames both tags', () => {
    checkEdit("<a><b x='1'>text</b ></a>", renameB, "<a><n x='1'>text</n ></a>");
    checkEdit('<a><b/></a>', renameB, '<a><n/></a>');
  });

  it('replaces an element in its place', () => {
    checkEdit(
      "<a>\n  <b x='1'>\n    <c/>\n  </b>\n</a>",
      (document, element) => replaceElement(document, element, '<n>\n  <m/>\n</n>'),
      '<a>\n  <n>\n    <m/>\n  </n>\n</a>',
    );
  });

  it('replaces the text, escaped', () => {
    checkEdit('<a><b>text &amp; more</b></a>', replaceTextOfB, '<a><b>1 &lt; 2 &amp; 3</b></a>');
    checkEdit('<a><b></b></a>', replaceTextOfB, '<a><b>1 &lt; 2 &amp; 3</b></a>');
    checkEdit("<a><b x='1' /></a>", replaceTextOfB, "<a><b x='1'>1 &lt; 2 &amp; 3</b></a>");
  });
});

/** Every edit that can be made of an element and its attributes, with awkward values. */
function allEdits(document: XmlDocument, element: XmlElement): readonly (readonly TextEdit[])[] {
  return [
    insertAttribute(document, element, 'new', `<&>'"`),
    insertChild(document, element, "<n>\n  <m k='v'/>\n</n>"),
    renameElement(document, element, 'renamed'),
    replaceElement(document, element, '<n/>'),
    replaceText(document, element, '<&>]]>'),
    ...(element.parent === undefined ? [] : [removeElement(document, element)]),
    ...element.attributes.flatMap(attribute => [
      removeAttribute(document, attribute),
      renameAttribute(document, attribute, 'renamed'),
      replaceValue(document, attribute, `<&>'"`),
    ]),
  ];
}

describe('edits of any document', () => {
  it('keep a well-formed one well-formed', () => {
    fc.assert(
      fc.property(wellFormedXml, text => {
        const document = parseXml(text);
        const results = [...walkElements(document)]
          .flatMap(element => allEdits(document, element))
          .map(edits => applyEdits(text, edits));
        expect(results.filter(result => parseXml(result).problems.length > 0)).toEqual([]);
      }),
      { numRuns: 300, seed: 20260101 },
    );
  });

  it('never throw, and lie inside the text', () => {
    fc.assert(
      fc.property(anyText, text => {
        const document = parseXml(text);
        const edits = [...walkElements(document)].flatMap(element => allEdits(document, element).flat());
        expect(edits.filter(({ start, end }) => start < 0 || end < start || end > text.length)).toEqual([]);
      }),
      { numRuns: 500, seed: 20260101 },
    );
  });
});
