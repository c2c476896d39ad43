import { characters } from './characters.ts';

/** Name of a host or a DNS domain as libvirt's schema writes it. */
export const dnsName = characters({
  label: 'DNS name',
  allowed: /[a-zA-Z0-9.-]/,
  allowedText: 'letters, digits and . -',
});
