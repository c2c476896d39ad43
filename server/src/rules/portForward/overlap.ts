import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeElement } from '../../xml/edit.ts';
import { attributeValue, findChildren } from '../../xml/query.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { usesPasst } from '../backend/passt.ts';
import { siblingInterfaces } from '../interface/siblingInterfaces.ts';
import type { Rule } from '../rule.ts';
import { formatPorts, type Ports, readPorts } from './ports.ts';

/** More ranges than anybody writes are not compared: each is compared with each. */
const MOST_RANGES = 500;

/** Ports of the host that are to be forwarded twice. */
export const overlap: Rule = {
  code: 'portforward/overlap',
  severity: 'warning',
  covers: ['PF12'],
  page: {
    title: 'Port of the host that is forwarded twice',
    explanation: `A port of the host can be forwarded to one place only, for each protocol and address. libvirt does not compare the ranges, neither within an interface nor between the interfaces of a guest; passt cannot listen on the port a second time.`,
    bad: "<interface type='user'>\n  <portForward proto='tcp'>\n    <range start='80'/>\n  </portForward>\n  <portForward proto='tcp'>\n    <range start='80' to='8080'/>\n  </portForward>\n  <backend type='passt'/>\n</interface>",
    good: "<interface type='user'>\n  <portForward proto='tcp'>\n    <range start='80'/>\n  </portForward>\n  <portForward proto='udp'>\n    <range start='80' to='8080'/>\n  </portForward>\n  <backend type='passt'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, report }) {
    // A device fragment is alone with its own ranges.
    const interfaces = element.parent ? siblingInterfaces(element) : [element];
    const forwards = interfaces
      .filter(usesPasst)
      .flatMap(({ xml }) => findChildren(xml, 'portForward'))
      .flatMap(readForwarded)
      .slice(0, MOST_RANGES);
    for (const [index, later] of forwards.entries()) {
      const earlier = forwards.slice(0, index).find(other => collide(other, later));
      if (!earlier) continue;
      const first = Math.max(earlier.ports.first, later.ports.first);
      const last = Math.min(earlier.ports.last, later.ports.last);
      report({
        range: later.ports.range.nameRange,
        message: `Port ${formatPorts(first, last)} of the host is forwarded twice. libvirt defines the guest, and passt cannot listen on it a second time. Remove one, or give one another address of the host.`,
        related: [{ range: earlier.ports.range.nameRange, message: 'Forwarded here as well' }],
        fixes: () => {
          // A <portForward> without any range would forward all ports.
          const alone = findChildren(later.forward, 'range').length === 1;
          return [
            {
              title: alone ? 'Remove this <portForward>' : 'Remove this <range>',
              preferred: true,
              edits: removeElement(document.xml, alone ? later.forward : later.ports.range),
            },
          ];
        },
      });
    }
  },
};

/** A range of a `<portForward>` that is forwarded. */
interface Forwarded {
  readonly forward: XmlElement;
  readonly ports: Ports;
  readonly excluded: readonly Ports[];
}

function readForwarded(forward: XmlElement): readonly Forwarded[] {
  const all = findChildren(forward, 'range').flatMap(range => readPorts(range) ?? []);
  const excluded = all.filter(ports => ports.excluded);
  return all.filter(ports => !ports.excluded).map(ports => ({ forward, ports, excluded }));
}

function collide(one: Forwarded, other: Forwarded): boolean {
  const first = Math.max(one.ports.first, other.ports.first);
  const last = Math.min(one.ports.last, other.ports.last);
  const leftOut = [...one.excluded, ...other.excluded].some(range => range.first <= first && range.last >= last);
  return (
    first <= last && !leftOut && ['proto', 'address', 'dev'].every(name => agree(one.forward, other.forward, name))
  );
}

/** What is not written stands for all of them; a protocol is always written. */
function agree(one: XmlElement, other: XmlElement, name: string): boolean {
  const left = attributeValue(one, name);
  const right = attributeValue(other, name);
  return left === right || (name !== 'proto' && (left === undefined || right === undefined));
}
