import { forward } from '../../../schema/network/forward.ts';
import { removeElement } from '../../../xml/edit.ts';
import { childElements } from '../../../xml/query.ts';
import type { Rule } from '../../rule.ts';

/** In the order in which libvirt looks for them (`virNetworkForwardDefParseXML`). */
const kinds = ['interface', 'address', 'pf'] as const;

/** A pool with devices of two kinds, of which libvirt reads one. */
export const mixedPool: Rule = {
  code: 'forward/mixed-pool',
  severity: 'error',
  covers: ['NW19'],
  page: {
    title: 'Pool with devices of two kinds',
    explanation:
      'A pool is a list of network devices (`<interface>`), a list of PCI addresses (`<address>`) or a physical function (`<pf>`). libvirt reads the first of these kinds that it finds, in this order, and drops the others without a message; its schema refuses `<interface>` and `<address>` together.',
    bad: "<network>\n  <name>vfs</name>\n  <forward mode='passthrough'>\n    <interface dev='eth0'/>\n    <address type='pci' domain='0x0000' bus='0x04' slot='0x00' function='0x1'/>\n  </forward>\n</network>",
    good: "<network>\n  <name>vfs</name>\n  <forward mode='passthrough'>\n    <interface dev='eth0'/>\n  </forward>\n</network>",
  },
  on: [forward],
  replaces: ['schema/no-effect'],
  check(element, { document, report }) {
    const children = childElements(element.xml);
    const read = kinds.find(kind => children.some(({ name }) => name === kind));
    const first = children.find(({ name }) => name === read);
    if (!first) return;
    for (const other of children) {
      if (other.name === read || !kinds.some(kind => kind === other.name)) continue;
      const refused = read === 'interface' && other.name === 'address';
      report({
        ...(!refused && { severity: 'warning' as const, unnecessary: true as const }),
        range: other.nameRange,
        message: `The pool is made of <${first.name}>, so libvirt drops this <${other.name}> without a message${refused ? ', and its schema refuses it' : ''}. Keep one kind.`,
        related: [{ range: first.nameRange, message: 'What libvirt reads' }],
        fixes: () => [
          { title: `Remove this <${other.name}>`, preferred: true, edits: removeElement(document.xml, other) },
        ],
      });
    }
  },
};
