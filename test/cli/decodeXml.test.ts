import { describe, expect, test } from 'vitest';
import { decodeXml } from '../../server/src/cli/decodeXml.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');

describe('decodeXml', () => {
  test('UTF-8 is the default', () => expect(decodeXml(Buffer.from('<a>ä𝄞</a>'))).toEqual({ text: '<a>ä𝄞</a>' }));
  test('an empty file is an empty text', () => expect(decodeXml(Buffer.alloc(0))).toEqual({ text: '' }));
  test('a byte order mark stays', () => expect(decodeXml(Buffer.from('\ufeff<a/>'))).toEqual({ text: '\ufeff<a/>' }));
  test('a byte order mark wins over the declaration', () =>
    expect(decodeXml(Buffer.from(`\ufeff<?xml version='1.0' encoding='iso-8859-1'?><a>ä</a>`))).toEqual({
      text: `\ufeff<?xml version='1.0' encoding='iso-8859-1'?><a>ä</a>`,
    }));
  test('the declared encoding is used', () => {
    const text = `<?xml version="1.0" encoding="ISO-8859-1"?>\n<a>Müller</a>`;
    expect(decodeXml(latin1(text))).toEqual({ text });
  });
  test('bytes that are no UTF-8 are told with their line', () =>
    expect(decodeXml(latin1('<a>\n<b>Müller</b>\n</a>'))).toEqual({
      problem: expect.stringMatching(/^is not valid UTF-8: line 2 /),
    }));
  test('a cut character at the end is told as well', () =>
    expect(decodeXml(Buffer.from('<a>\n\n€').subarray(0, -1))).toEqual({ problem: expect.stringMatching(/line 3 /) }));
  test.each(['\ufeff<a/>', '<a/>'])('UTF-16 is refused: %j', text =>
    expect(decodeXml(Buffer.from(text, 'utf16le'))).toEqual({ problem: expect.stringMatching(/^is UTF-16/) }),
  );
  test('an unknown encoding is refused by name', () =>
    expect(decodeXml(Buffer.from(`<?xml version='1.0' encoding='EBCDIC-US'?><a/>`))).toEqual({
      problem: expect.stringMatching(/EBCDIC-US/),
    }));
  test('a declaration that cannot be true is refused', () =>
    expect(decodeXml(Buffer.from(`<?xml version='1.0' encoding='UTF-16'?><a/>`))).toEqual({
      problem: expect.stringMatching(/UTF-16/),
    }));
});
