import type { Datatype, ValueProblem } from './datatype.ts';
import { explainSpace } from './hexOrDecimal.ts';

/**
 * One number of a PCI address. libvirt reads it in base 0: decimal, hexadecimal behind `0x`, octal behind `0`. Its
 * schema also lets bare hex digits pass where the code then refuses them.
 */
function pciPart(name: string, max: number, hexDigits: number): Datatype {
  const label = `PCI ${name} from 0x0 to 0x${max.toString(16)}`;
  const hexadecimal = new RegExp(`^0x[0-9a-fA-F]{1,${hexDigits}}$`);
  const check = (value: string): ValueProblem | undefined => {
    const octal = /^0[0-9]+$/.test(value);
    if (octal && /[89]/.test(value)) {
      const fixed = `0x${value.replace(/^0+/, '').padStart(Math.min(hexDigits, 2), '0')}`;
      const message = `starts with 0, so that libvirt reads it as octal, which has no 8 and 9: write ${fixed}`;
      return { code: 'value/bad-pci-address', message, replacements: [fixed] };
    }
    // The schema takes the digits of an octal number as decimal ones: both must be in range.
    const number = Number(value);
    if (/^\s*(?:\+?[0-9]+|-0+)$/.test(value) || hexadecimal.test(value)) {
      return number <= max
        ? undefined
        : { code: 'value/bad-pci-address', message: `is too large: write a ${label} (${max} in decimal)` };
    }
    const word = value.trim();
    return word !== value && check(word) === undefined
      ? explainSpace(word, 'value/bad-pci-address')
      : explain(word, max, hexDigits, label);
  };
  return { label, check };
}

/** `domain`: 32 bits, since some host bridges number theirs from 0x10000. */
export const pciDomain = pciPart('domain', 0xffffffff, 8);
/** `bus`: 8 bits. */
export const pciBus = pciPart('bus', 0xff, 2);
/** `slot`: 5 bits. */
export const pciSlot = pciPart('slot', 0x1f, 2);
/** `function`: 3 bits. */
export const pciFunction = pciPart('function', 7, 1);

function explain(word: string, max: number, hexDigits: number, label: string): ValueProblem {
  const hex = /^(0[xX])?([0-9a-fA-F]{1,16})$/.exec(word);
  const value = hex ? Number.parseInt(hex[2] ?? '', 16) : Number.NaN;
  if (hex && value <= max) {
    const fixed = `0x${value.toString(16).padStart(Math.min(hexDigits, 2), '0')}`;
    const why =
      hex[1] === undefined ? 'is hexadecimal without 0x in front' : 'is written in a way that libvirt refuses';
    return { code: 'value/bad-pci-address', message: `${why}: write ${fixed}`, replacements: [fixed], confident: true };
  }
  const why = word === '' ? 'is empty' : hex ? 'is too large' : 'is no number';
  return { code: 'value/bad-pci-address', message: `${why}: write a ${label} (0 to ${max} in decimal)` };
}
