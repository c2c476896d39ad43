import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { RATE } from '../../workspace/networkInsertions.ts';
import { removeAttribute, removeElement } from '../../xml/edit.ts';
import { attributeValue, childElements, findAttribute, findChild } from '../../xml/query.ts';
import type { TextEdit } from '../../xml/range.ts';
import type { XmlAttribute, XmlDocument, XmlElement } from '../../xml/tree.ts';
import type { Fix } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { findUsedNetwork, networkPlace, type UsedNetwork } from './usedNetwork.ts';

/** A guaranteed rate on a network that has none to give. */
export const unsupportedFloor: Rule = {
  code: 'workspace/unsupported-floor',
  severity: 'error',
  covers: ['XD10', 'XD11'],
  page: {
    title: 'Guaranteed rate on a network that cannot guarantee any',
    explanation: `\`floor\` is a share of the inbound bandwidth of the whole network. The network must have \`<bandwidth><inbound average=…/></bandwidth>\` itself, and libvirt must make its bridge: forward mode \`nat\`, \`route\`, \`open\` or none. libvirt looks when the guest starts, and fails: \`Invalid use of 'floor' on interface …\`.

It is an error where one file of the workspace, and one only, defines the network.`,
    beside: ["<network>\n  <name>lab</name>\n  <bridge name='virbr-lab'/>\n</network>"],
    bad: "<interface type='network'>\n  <source network='lab'/>\n  <bandwidth>\n    <inbound average='500' floor='100'/>\n  </bandwidth>\n</interface>",
    good: "<interface type='network'>\n  <source network='lab'/>\n  <bandwidth>\n    <inbound average='500'/>\n  </bandwidth>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, context) {
    const { document, report } = context;
    const used = findUsedNetwork(element, context);
    const floor = findFloor(element.xml);
    if (!used?.connection || !floor) return;
    const shared = used.connection === 'forwarding';
    if (shared && used.network.inbound?.average) return;
    const mac = findChild(element.xml, 'mac');
    const address = mac && attributeValue(mac, 'address');
    const reason = shared
      ? `network '${used.name}' has no inbound QoS set`
      : `'floor' is only supported for interface type 'network' with forward type 'nat', 'route', 'open' or none`;
    report({
      range: valueRange(floor),
      message: shared
        ? `The network ${used.name} has no inbound bandwidth of which a share could be guaranteed. libvirt defines the guest and cannot start it. Add <bandwidth><inbound average=…/></bandwidth> to the network, or remove floor.`
        : `libvirt does not make the bridge of the network ${used.name}, so that it cannot guarantee a rate. It defines the guest and cannot start it. Remove floor.`,
      ...(address && {
        libvirtMessage: `Invalid use of 'floor' on interface with MAC address ${address} - ${reason}`,
      }),
      related: networkPlace(used),
      fixes: () => [
        { title: 'Remove floor', preferred: true, edits: removeFloor(document.xml, floor) },
        ...(shared ? addBandwidth(used, floor.value) : []),
      ],
    });
  },
};

/** Gives the network what the floor asks for. */
function addBandwidth({ name, file }: UsedNetwork, rate: string): readonly Fix[] {
  const { bandwidth } = file.insertions ?? {};
  if (!bandwidth) return [];
  const edits = bandwidth.map(edit => ({ ...edit, text: edit.text.replace(RATE, rate) }));
  return [
    {
      title: `Add an inbound average of ${rate} kB/s to the network ${name}`,
      edits: [],
      elsewhere: { uri: file.uri, edits },
    },
  ];
}

/** `bandwidth/inbound/@floor`, where a rate above zero stands. */
export function findFloor(element: XmlElement): XmlAttribute | undefined {
  const bandwidth = findChild(element, 'bandwidth');
  const inbound = bandwidth && findChild(bandwidth, 'inbound');
  const floor = inbound && findAttribute(inbound, 'floor');
  return floor?.closed && /^\d+$/.test(floor.value) && Number(floor.value) > 0 ? floor : undefined;
}

/** With what would be empty without it: libvirt wants an average or a floor. */
function removeFloor(document: XmlDocument, floor: XmlAttribute): readonly TextEdit[] {
  const inbound = floor.owner;
  if (findAttribute(inbound, 'average')) return removeAttribute(document, floor);
  const bandwidth = inbound.parent;
  return removeElement(document, bandwidth && childElements(bandwidth).length === 1 ? bandwidth : inbound);
}
