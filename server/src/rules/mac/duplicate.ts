import type { BoundElement } from '../../binding/model.ts';
import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { replaceValue } from '../../xml/edit.ts';
import { attributeValue, findChild } from '../../xml/query.ts';
import type { RelatedPlace } from '../finding.ts';
import { groupBy } from '../groupBy.ts';
import { selectedType } from '../interface/selectedType.ts';
import { siblingInterfaces } from '../interface/siblingInterfaces.ts';
import type { Rule } from '../rule.ts';
import { makesMacvtap } from '../source/lowerDevice.ts';
import { teamMember } from '../teaming/team.ts';
import { valueRange } from '../valueRange.ts';
import { type MacAddress, macAddress, macPrefix, ZERO_MAC } from './macAddress.ts';

/** One MAC address on two interfaces of a domain that are no failover pair. */
export const duplicate: Rule = {
  code: 'mac/duplicate',
  severity: 'warning',
  covers: ['MAC06', 'XD27'],
  page: {
    title: 'Two interfaces with one MAC address',
    explanation: `libvirt does not compare the MAC addresses of a domain. The guest starts, but later \`update-device\`, \`detach-device\` and \`detach-interface\` fail with \`multiple devices matching MAC address … found\`, and on one network the two interfaces disturb each other.

Two macvtap interfaces on one lower device cannot share an address at all: the kernel refuses to bring up the second one (\`Cannot set interface flags on 'macvtap1': Address already in use\`), which makes it an error.

A failover pair is meant to share its address: \`<teaming type='persistent'/>\` on one interface and \`<teaming type='transient' persistent='…'/>\` with the first one's alias on the other.`,
    bad: "<domain type='kvm'>\n  <name>twins</name>\n  <devices>\n    <interface type='network'>\n      <mac address='52:54:00:6b:3c:58'/>\n      <source network='default'/>\n    </interface>\n    <interface type='network'>\n      <mac address='52:54:00:6b:3c:58'/>\n      <source network='default'/>\n    </interface>\n  </devices>\n</domain>",
    good: "<domain type='kvm'>\n  <name>twins</name>\n  <devices>\n    <interface type='network'>\n      <mac address='52:54:00:6b:3c:58'/>\n      <source network='default'/>\n    </interface>\n    <interface type='network'>\n      <mac address='52:54:00:6b:3c:59'/>\n      <source network='default'/>\n    </interface>\n  </devices>\n</domain>",
  },
  on: [interfaceDevice],
  check(element, { document, driver, report }) {
    const addressed = siblingInterfaces(element).flatMap(candidate => {
      const mac = macAddress(candidate);
      return mac && mac.value !== ZERO_MAC ? [{ candidate, mac }] : [];
    });
    for (const [value, group] of groupBy(addressed, ({ mac }) => mac.value)) {
      for (const [index, { candidate, mac }] of group.entries()) {
        const earlier = group.slice(0, index).filter(other => !areTeamed(other.candidate, candidate));
        const clash = earlier.find(other => makesMacvtap(driver) && shareLowerDevice(other.candidate, candidate));
        const other = clash ?? earlier[0];
        if (!other) continue;
        report({
          ...(clash && { severity: 'error' as const }),
          range: valueRange(mac.attribute),
          message: clash
            ? `${value} is also the address of another macvtap interface on the same device. libvirt defines the guest and cannot start it: the kernel brings up only one of the two. Write another address.`
            : `${value} is also the address of another interface. libvirt starts the guest, but can no longer tell the two apart when one shall be changed or detached. Write another address.`,
          related: [relatedPlace(other.mac)],
          fixes: generator => {
            const fresh = generator.mac(macPrefix(driver));
            return [
              {
                title: `Write a fresh address: ${fresh}`,
                preferred: true,
                edits: replaceValue(document.xml, mac.attribute, fresh),
              },
            ];
          },
        });
      }
    }
  },
};

function relatedPlace({ attribute, value }: MacAddress): RelatedPlace {
  return { range: valueRange(attribute), message: `${value} is used here as well` };
}

/** Whether the two are halves of a team; that each finds the other is looked at by the rules about teaming. */
function areTeamed(a: BoundElement, b: BoundElement): boolean {
  const [one, other] = [teamMember(a.xml), teamMember(b.xml)];
  return one !== undefined && other !== undefined && (one.type === 'persistent') !== (other.type === 'persistent');
}

function shareLowerDevice(a: BoundElement, b: BoundElement): boolean {
  return lowerDevice(a) !== undefined && lowerDevice(a) === lowerDevice(b);
}

function lowerDevice(element: BoundElement): string | undefined {
  const source = selectedType(element) === 'direct' ? findChild(element.xml, 'source') : undefined;
  return source && (attributeValue(source, 'dev') || undefined);
}
