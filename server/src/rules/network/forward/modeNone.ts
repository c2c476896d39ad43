import { forward } from '../../../schema/network/forward.ts';
import { removeElement } from '../../../xml/edit.ts';
import { findAttribute } from '../../../xml/query.ts';
import type { Rule } from '../../rule.ts';
import { valueRange } from '../../valueRange.ts';

/** An isolated network that says so by a mode. */
export const modeNone: Rule = {
  code: 'forward/mode-none',
  severity: 'error',
  covers: ['NW86'],
  page: {
    title: "forward mode='none'",
    explanation:
      'A network without a way out has no `<forward>`. The code of libvirt takes the mode `none` for the same and drops the element; its schema, which `virsh net-edit` and `net-define --validate` ask, refuses it.',
    bad: "<network>\n  <name>lan</name>\n  <forward mode='none'/>\n  <bridge name='virbr10'/>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <bridge name='virbr10'/>\n</network>",
  },
  on: [forward],
  replaces: ['value/not-allowed'],
  check(element, { document, report }) {
    const mode = findAttribute(element.xml, 'mode');
    if (mode?.value !== 'none') return;
    report({
      range: valueRange(mode),
      message:
        "A network without a way out has no <forward>; libvirt's schema refuses the mode none, its code drops the element. Remove <forward>.",
      fixes: () => [{ title: 'Remove <forward>', preferred: true, edits: removeElement(document.xml, element.xml) }],
    });
  },
};
