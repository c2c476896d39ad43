import { TextDecoder } from 'node:util';

/** A document's text, or why the bytes are none that libvirt's tools could read. */
export type Decoded = { readonly text: string } | { readonly problem: string };

const DECLARED_ENCODING = /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/;

/**
 * Decodes a file as libxml2 does for libvirt: UTF-8 unless the XML declaration names another encoding. UTF-16 is
 * refused, as virsh passes a document on as a C string, which ends at the first null byte. A byte order mark stays in
 * the text.
 */
export function decodeXml(bytes: Uint8Array): Decoded {
  if (isUtf16(bytes)) return { problem: 'is UTF-16, which libvirt cannot read; save it as UTF-8' };
  const declared = declaredEncoding(bytes);
  const decoder = createDecoder(declared);
  if (decoder === undefined)
    return { problem: `declares the encoding ${declared}, which is not known here; save it as UTF-8` };
  try {
    return { text: decoder.decode(bytes) };
  } catch {
    const line = firstBadLine(bytes, decoder);
    return {
      problem: `is not valid ${decoder.encoding.toUpperCase()}: line ${line} has bytes that are no characters, and libvirt refuses it; save it as UTF-8`,
    };
  }
}

function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) return false;
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return marked || (first === 0x3c && second === 0) || (first === 0 && second === 0x3c);
}

/** The declaration is plain ASCII in every encoding that gets here. */
function declaredEncoding(bytes: Uint8Array): string {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const head = new TextDecoder('latin1').decode(bytes.subarray(start, start + 256));
  // A byte order mark decides against the declaration.
  return (start === 0 ? DECLARED_ENCODING.exec(head)?.[1] : undefined) ?? 'UTF-8';
}

function createDecoder(encoding: string): TextDecoder | undefined {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    // Declared so, but not written so: it would begin with a null byte.
    return decoder.encoding.startsWith('utf-16') ? undefined : decoder;
  } catch {
    return undefined;
  }
}

/** Line numbers from 1. A line break is the same byte in every encoding that gets here. */
function firstBadLine(bytes: Uint8Array, decoder: TextDecoder): number {
  let line = 1;
  let start = 0;
  for (;;) {
    const lineFeed = bytes.indexOf(0x0a, start);
    const end = lineFeed === -1 ? bytes.length : lineFeed;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    if (lineFeed === -1) return line;
    line++;
    start = end + 1;
  }
}
