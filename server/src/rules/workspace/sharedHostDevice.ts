import { domain } from '../../schema/domain/domain.ts';
import { readHostDevice } from '../../workspace/interfaceFacts.ts';
import type { FileFacts } from '../../workspace/model.ts';
import { childElements, findChild } from '../../xml/query.ts';
import type { RelatedPlace } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { domainLabel, domainsWith } from './otherDomains.ts';

/** A PCI device of the host that another domain takes, or the pool of a network. */
export const sharedHostDevice: Rule = {
  code: 'workspace/shared-host-device',
  severity: 'information',
  covers: ['XD19'],
  page: {
    title: 'PCI device of the host that another domain takes as well',
    explanation: `One running guest can have a PCI device of the host. libvirt takes both definitions; while one guest runs, the other one does not start: \`PCI device 0000:05:07.1 is in use by driver QEMU, domain web\`. The same holds for a device in the pool of a network with \`<forward mode='hostdev'>\`, once the network has given it away.

It is information, because guests that never run at the same time may share a device. Numbers count, not their spelling.`,
    beside: [
      "<domain type='kvm'>\n  <name>web</name>\n  <devices>\n    <interface type='hostdev'>\n      <source>\n        <address type='pci' domain='0x0000' bus='0x05' slot='0x07' function='0x1'/>\n      </source>\n    </interface>\n  </devices>\n</domain>",
    ],
    bad: "<domain type='kvm'>\n  <name>mail</name>\n  <devices>\n    <interface type='hostdev'>\n      <source>\n        <address type='pci' domain='0' bus='5' slot='7' function='1'/>\n      </source>\n    </interface>\n  </devices>\n</domain>",
    good: "<domain type='kvm'>\n  <name>mail</name>\n  <devices>\n    <interface type='hostdev'>\n      <source>\n        <address type='pci' domain='0' bus='5' slot='7' function='2'/>\n      </source>\n    </interface>\n  </devices>\n</domain>",
  },
  on: [domain],
  check(element, context) {
    const { workspace, report } = context;
    const devices = findChild(element.xml, 'devices');
    if (!workspace || !devices) return;
    for (const device of childElements(devices)) {
      const own = readHostDevice(device);
      if (!own) continue;
      const [other] = domainsWith('hostDevice', own.value, context);
      const pool = workspace.files.filesWith('hostDevice', own.value).find(file => file.kind === 'network');
      const taker = other ?? pool;
      if (!taker) continue;
      const label = other ? domainLabel(other) : `network ${taker.name?.value ?? ''}`;
      report({
        range: own.range,
        message: `The PCI device ${own.value} also belongs to the ${label}. libvirt takes both, and a guest does not start while another one has the device. Write the address of another device, or never run both.`,
        related: placesOf(taker, own.value),
      });
    }
  },
};

function placesOf(file: FileFacts, address: string): readonly RelatedPlace[] {
  return [...file.hostDevices, ...(file.network?.pciDevices ?? [])]
    .filter(({ value }) => value === address)
    .map(({ range }) => ({ uri: file.uri, range, message: `${address} is handed over here as well` }));
}
