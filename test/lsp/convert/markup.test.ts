import { expect, test } from 'vitest';
import { toPlainText } from '../../../server/src/lsp/convert/markup.ts';

test.each([
  ['**Mode** of `macvtap`, *not* of a bridge', 'Mode of macvtap, not of a bridge'],
  ['[libvirt](https://libvirt.org/x.html#a)', 'libvirt (https://libvirt.org/x.html#a)'],
  ['| a | b |\n| --- | :-: |\n| 1 | 2 |\n', 'a  b\n1  2\n'],
  ['### Title\n\n```xml\n<a/>\n```\nend', 'Title\n\n<a/>\nend'],
  ['on\\_poweroff \\*x\\*', 'on_poweroff *x*'],
  ['on_poweroff and on_reboot', 'on_poweroff and on_reboot'],
  ['2 * 3 * 4', '2 * 3 * 4'],
  ['&lt;source&gt; &amp;', '<source> &'],
])('%j reads %j', (markdown, text) => {
  expect(toPlainText(markdown)).toBe(text);
});
