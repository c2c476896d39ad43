import * as fc from 'fast-check';

/*
 * Generators of documents for property tests: well-formed ones, ones with a few slips, and any text made of XML's
 * characters.
 */

const name = fc.constantFrom('domain', 'devices', 'interface', 'source', 'mac', 'name', 'x-1', 'größe', '_a.b');
const white = fc.constantFrom(' ', '\n', '  ', '\t', '\r\n', '\n    ');
const gap = fc.oneof({ weight: 3, arbitrary: fc.constant('') }, white);
const characters = fc.constantFrom(
  'a',
  'b',
  '1',
  ' ',
  '\n',
  '>',
  '-',
  '=',
  '/',
  'é',
  '\u{1F600}',
  '&amp;',
  '&#65;',
  '&lt;',
);
const content = fc.array(characters, { maxLength: 8 }).map(parts => parts.join(''));

const attribute = fc
  .tuple(white, name, gap, gap, fc.constantFrom('"', "'"), content)
  .map(([before, key, left, right, quote, value]) => ({
    key,
    text: `${before}${key}${left}=${right}${quote}${value}${quote}`,
  }));

const attributes = fc
  .uniqueArray(attribute, { maxLength: 4, selector: ({ key }) => key })
  .map(list => list.map(({ text }) => text).join(''));

const comment = content.map(text => `<!--${text.replaceAll('-', '.')}-->`);
const cdata = content.map(text => `<![CDATA[${text}<&]]>`);
const instruction = fc.tuple(name, white, content).map(([target, space, text]) => `<?${target}${space}${text}?>`);

const { element } = fc.letrec<{ element: string; node: string }>(tie => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    content,
    comment,
    cdata,
    instruction,
    white,
    tie('element'),
  ),
  element: fc
    .tuple(name, attributes, gap, fc.option(fc.array(tie('node'), { maxLength: 4 }), { nil: undefined }))
    .map(([tag, list, space, children]) =>
      children === undefined
        ? `<${tag}${list}${space}/>`
        : `<${tag}${list}${space}>${children.join('')}</${tag}${space}>`,
    ),
}));

/** Documents without any mistake. */
export const wellFormedXml: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '<?xml version="1.0"?>', '<?xml version="1.0" encoding="UTF-8"?>\n'),
    fc.constantFrom('', '\n', '<!-- first -->\r\n'),
    element,
    fc.constantFrom('', '\n', '\n<!-- last -->'),
  )
  .map(parts => parts.join(''));

const PIECES = [
  ...'<>/="\'&-!?[]; \n\r\tax:#.1é'.split(''),
  '</',
  '/>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?',
  '?>',
  '<!DOCTYPE a>',
  '<!DOCTYPE a [<!ENTITY e "v">]>',
  '&e;',
  '&amp;',
  '\u0001',
  '\uD83D',
  '<b>',
  '</b>',
  " x='1'",
  '\n  <source ',
];
const piece = fc.constantFrom(...PIECES);

/** Well-formed documents after one to three slips: pieces inserted, overwritten or deleted. */
export const brokenXml: fc.Arbitrary<string> = fc
  .tuple(
    wellFormedXml,
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 4 }), fc.option(piece, { nil: '' })), { minLength: 1, maxLength: 3 }),
  )
  .map(([text, slips]) =>
    slips.reduce((broken, [place, length, insert]) => {
      const start = place % (broken.length + 1);
      return broken.slice(0, start) + insert + broken.slice(start + length);
    }, text),
  );

/** Any text made of the pieces of markup. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  brokenXml,
  fc.array(piece, { maxLength: 60 }).map(parts => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
