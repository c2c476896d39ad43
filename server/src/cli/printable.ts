/** C0 and C1 controls, and the characters that turn the direction of text. */
// oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * The text with nothing in it that a terminal would obey: documents come from anywhere, and an escape sequence in a
 * value must not reach the screen as one. One character stays one character.
 */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, character => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\ufffd';
  });
}
