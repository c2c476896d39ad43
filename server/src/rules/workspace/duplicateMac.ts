import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { readInterface } from '../../workspace/interfaceFacts.ts';
import { replaceValue } from '../../xml/edit.ts';
import { macAddress, macPrefix, ZERO_MAC } from '../mac/macAddress.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { domainLabel, domainsWith } from './otherDomains.ts';

/** A MAC address that another domain has as well. */
export const duplicateMac: Rule = {
  code: 'workspace/duplicate-mac',
  severity: 'warning',
  covers: ['XD24', 'XD27'],
  page: {
    title: 'MAC address that another domain has as well',
    explanation: `libvirt never compares the addresses of two domains, so that a copied file keeps them. On one network segment the two guests then take each other's frames: connections freeze, DHCP gives both the same address. On one macvtap lower device the guest that is started second does not start at all: \`Cannot set interface flags on 'macvtap1': Address already in use\`.

On interfaces of type \`user\` it is only a hint, as such a guest has a network of its own. Two files that define the same guest (same name, and no other UUID) are not compared.`,
    beside: [
      "<domain type='kvm'>\n  <name>web</name>\n  <devices>\n    <interface type='bridge'>\n      <mac address='52:54:00:6b:3c:58'/>\n      <source bridge='br0'/>\n    </interface>\n  </devices>\n</domain>",
    ],
    bad: "<domain type='kvm'>\n  <name>mail</name>\n  <devices>\n    <interface type='bridge'>\n      <mac address='52:54:00:6b:3c:58'/>\n      <source bridge='br0'/>\n    </interface>\n  </devices>\n</domain>",
    good: "<domain type='kvm'>\n  <name>mail</name>\n  <devices>\n    <interface type='bridge'>\n      <mac address='52:54:00:6b:3c:59'/>\n      <source bridge='br0'/>\n    </interface>\n  </devices>\n</domain>",
  },
  on: [interfaceDevice],
  check(element, context) {
    const { document, driver, report } = context;
    const mac = context.workspace && macAddress(element);
    if (!mac || mac.value === ZERO_MAC) return;
    const others = [...domainsWith('mac', mac.value, context)].flatMap(file =>
      file.interfaces.filter(facts => facts.mac?.value === mac.value).map(facts => ({ file, facts })),
    );
    const [first] = others;
    if (!first) return;
    const own = readInterface(element.xml);
    const clash = others.find(({ facts }) => own.lowerDevice && facts.lowerDevice?.value === own.lowerDevice.value);
    const { file, facts } = clash ?? first;
    const alone = own.type === 'user' || others.every(other => other.facts.type === 'user');
    report({
      ...(alone && { severity: 'hint' as const }),
      range: valueRange(mac.attribute),
      message: clash
        ? `The ${domainLabel(file)} has the same address on the same lower device ${own.lowerDevice?.value}. libvirt takes both, and the one that is started second does not start. Write another address.`
        : `The ${domainLabel(file)} has the same address. libvirt takes both; on one network segment the two guests take each other's frames. Write another address.`,
      related: facts.mac
        ? [{ uri: file.uri, range: facts.mac.range, message: `${mac.value} is used here as well` }]
        : [],
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
  },
};
