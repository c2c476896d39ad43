/**
 * The number that libvirt reads where it leaves the base to the digits, as C literals do (`virStrToLong_ui` with base
 * 0): hexadecimal behind `0x`, octal behind `0`, else decimal. `undefined` when it is no such number.
 */
export function parseCInteger(text: string): number | undefined {
  const digits = text.trimStart();
  if (/^0[0-7]+$/.test(digits)) return Number.parseInt(digits, 8);
  return /^(?:0x[0-9a-f]+|0|[1-9][0-9]*)$/i.test(digits) ? Number(digits) : undefined;
}
