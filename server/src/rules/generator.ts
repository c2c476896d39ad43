import type { Host } from '../host.ts';
import type { Generator } from './finding.ts';

/** QEMU's own prefix, locally administered; what libvirt itself takes for QEMU guests (virDomainNetGenerateMAC). */
const QEMU_PREFIX = '52:54:00';

/** Makes fresh values from the host's randomness. */
export function createGenerator({ random }: Pick<Host, 'random'>): Generator {
  const octet = () => Math.floor(random() * 256);
  return {
    uuid: () => {
      const octets = Array.from({ length: 16 }, octet);
      // Version 4, variant 10: RFC 9562 sections 4.1 and 4.2.
      octets[6] = ((octets[6] ?? 0) & 0x0f) | 0x40;
      octets[8] = ((octets[8] ?? 0) & 0x3f) | 0x80;
      return octets
        .map(hex)
        .join('')
        .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    },
    mac: (prefix = QEMU_PREFIX) => [prefix, ...Array.from({ length: 3 }, octet).map(hex)].join(':'),
  };
}

function hex(value: number): string {
  return value.toString(16).padStart(2, '0');
}
