import type { Datatype } from '../datatypes/datatype.ts';

/** Name of a network: anything but a slash and a line break (`virXMLCheckIllegalChars`), since files are named after it. */
export const networkName: Datatype = {
  label: 'network name',
  check: value => {
    if (value === '') {
      return { code: 'value/bad-format', message: 'is empty: write the name of the network' };
    }
    if (!/[/\n]/.test(value)) return undefined;
    const fixed = value.trim().replaceAll(/[/\s]+/g, '-') || 'network';
    const found = value.includes('/')
      ? "a slash, which names of networks cannot have since libvirt's files are named after them"
      : 'a line break, and a network name is a single line';
    return { code: 'value/bad-format', message: `contains ${found}: write ${fixed}`, replacements: [fixed] };
  },
};
