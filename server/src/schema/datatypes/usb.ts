import { pattern } from './pattern.ts';

/** Vendor or product number of a USB device: up to four hex digits, `0x` in front or not. */
export const usbId = pattern({
  label: 'USB id',
  pattern: /^(?:0x)?[0-9a-fA-F]{1,4}$/,
  advice: 'write up to four hex digits, such as 0x0b95',
});

/** Number of a USB bus or device. */
export const usbNumber = pattern({
  label: 'USB number',
  pattern: /^(?:0x)?[0-9a-fA-F]{1,3}$/,
  advice: 'write a number of up to three digits',
});

/** Port of a USB controller, through up to three hubs. */
export const usbPort = pattern({
  label: 'USB port',
  pattern: /^(?:(?:0x)?[0-9a-fA-F]{1,3}\.){0,3}(?:0x)?[0-9a-fA-F]{1,3}$/,
  advice: 'write up to four numbers with dots between them, such as 1 or 1.2',
});
