import { text } from './text.ts';

/**
 * Name of a port profile. libvirt's schema counts 39 characters, its code 39 bytes
 * (`virNetDevVPortProfile`, a field of 40 bytes with its terminator); the code has the last word.
 */
export const profileId = text({ label: 'profile name', empty: true, multiline: true, maxCharacters: 39, maxBytes: 39 });
