import { network } from '../../schema/network/network.ts';
import { removeAttribute, removeElement } from '../../xml/edit.ts';
import { attributeValue, childElements, findAttribute, findChild, findChildren } from '../../xml/query.ts';
import type { XmlAttribute, XmlElement } from '../../xml/tree.ts';
import type { Rule } from '../rule.ts';
import { formatVersion, isOlder, type LibvirtVersion } from '../target.ts';
import { bridgeName, deviceModes, type NetworkMode, networkMode, networkName, routedModes } from './networkMode.ts';

/** The release that brought VLANs on Linux bridges. */
const LINUX_BRIDGES: LibvirtVersion = [11, 0, 0];

/** Something that a network of this mode cannot have. */
interface Misfit {
  readonly part: XmlElement | XmlAttribute;
  /** Why it does not fit and where it would, as two sentences around what libvirt does. */
  readonly reason: string;
  readonly instead: string;
  /** Only `virsh net-define` notices it, not the parser. */
  readonly onDefine?: true;
  readonly libvirtMessage: string;
}

/** What a network cannot have in its forward mode. */
export const notForMode: Rule = {
  code: 'network/not-for-mode',
  severity: 'error',
  covers: ['NW08', 'NW09', 'NW11', 'NW12', 'NW13', 'NW14', 'NW15', 'NW16', 'NW65', 'NW66'],
  page: {
    title: 'Part of a network that does not go with its forward mode',
    explanation: `A network that libvirt makes itself (forward mode \`nat\`, \`route\`, \`open\`, or no \`<forward>\`) can have addresses, DNS, a MAC address, an MTU and settings of the bridge, but no VLAN. One that uses what the host has (\`bridge\`, \`private\`, \`vepa\`, \`passthrough\`, \`hostdev\`) can have none of these, since they are set up outside libvirt, but a VLAN with \`bridge\`, \`passthrough\` and \`hostdev\`, before libvirt 11.0.0 on a bridge only with Open vSwitch; limits of the whole network need a bridge with a name.

libvirt refuses such documents when it parses them, or in \`virsh net-define\`: \`bridge name not allowed in private mode\`, \`bridge delay/stp/zone options only allowed in open, route, nat, and isolated mode, not in bridge\`, \`mtu size only allowed in open, route, nat, and isolated mode\`, \`Unsupported <ip> element in network … with forward mode='bridge'\`, \`Unsupported network-wide <bandwidth> element\`, \`<vlan> element specified for network …, whose type doesn't support vlan configuration\`.`,
    bad: "<network>\n  <name>lan</name>\n  <forward mode='bridge'/>\n  <bridge name='br0'/>\n  <ip address='192.168.100.1' netmask='255.255.255.0'/>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <forward mode='bridge'/>\n  <bridge name='br0'/>\n</network>",
  },
  on: [network],
  check(element, { document, version, report }) {
    const mode = networkMode(element.xml);
    if (mode === undefined) return;
    const name = networkName(element, document.xml);
    const vlans = findVlans(element.xml, mode, name, version);
    const misfits = routedModes.has(mode)
      ? vlans
      : [
          ...vlans,
          ...findBridgeSettings(element.xml, mode, name),
          ...findRoutedParts(element.xml, mode, name),
          ...findBandwidths(element.xml, mode, name),
        ];
    for (const { part, reason, instead, onDefine, libvirtMessage } of misfits) {
      const label = 'owner' in part ? part.name : `<${part.name}>`;
      const refusal = onDefine ? 'virsh net-define refuses the document' : 'libvirt refuses the document';
      report({
        range: part.nameRange,
        message: `${reason} ${refusal}. ${instead}`,
        libvirtMessage,
        fixes: () => [
          {
            title: `Remove ${label}`,
            preferred: true,
            edits: 'owner' in part ? removeAttribute(document.xml, part) : removeElement(document.xml, part),
          },
        ],
      });
    }
  },
};

function findBridgeSettings(xml: XmlElement, mode: NetworkMode, name: string): readonly Misfit[] {
  const bridge = findChild(xml, 'bridge');
  if (!bridge) return [];
  const noBridge = deviceModes.has(mode);
  if (noBridge && findAttribute(bridge, 'name')) {
    return [
      {
        part: bridge,
        reason: `With mode ${mode} guests get devices of the host, and there is no bridge.`,
        instead: 'Remove <bridge>, or use mode bridge.',
        libvirtMessage: `bridge name not allowed in ${mode} mode (network '${name}')`,
      },
    ];
  }
  return bridge.attributes.flatMap((attribute): readonly Misfit[] => {
    const setting = attribute.name;
    if (noBridge && (setting === 'zone' || setting === 'macTableManager')) {
      return [
        {
          part: attribute,
          reason: `With mode ${mode} there is no bridge that ${setting} could be set for.`,
          instead: `Remove ${setting}.`,
          libvirtMessage:
            setting === 'zone'
              ? `bridge zone not allowed in ${mode} mode (network '${name}')`
              : `bridge macTableManager setting not allowed in ${mode} mode (network '${name}')`,
        },
      ];
    }
    // A delay of zero is as if it was not written.
    const set = setting === 'stp' || setting === 'zone' || (setting === 'delay' && /[1-9]/.test(attribute.value));
    if (!set) return [];
    return [
      {
        part: attribute,
        reason: `With mode ${mode} libvirt does not make the bridge, so it cannot set ${setting}.`,
        instead: `Remove ${setting}, and set it where the bridge is made.`,
        libvirtMessage: `bridge delay/stp/zone options only allowed in open, route, nat, and isolated mode, not in ${mode} (network '${name}')`,
      },
    ];
  });
}

function findRoutedParts(xml: XmlElement, mode: NetworkMode, name: string): readonly Misfit[] {
  return childElements(xml).flatMap((part): readonly Misfit[] => {
    if (part.name === 'mtu') {
      return [
        {
          part,
          reason: `With mode ${mode} libvirt does not make the bridge, so it cannot set its MTU.`,
          instead: 'Remove <mtu>, and set it on the device of the host.',
          libvirtMessage: `mtu size only allowed in open, route, nat, and isolated mode, not in ${mode} (network '${name}')`,
        },
      ];
    }
    const records = ['txt', 'host', 'srv'].some(record => findChild(part, record));
    if (!['ip', 'mac', 'domain'].includes(part.name) && !(part.name === 'dns' && records)) return [];
    return [
      {
        part,
        reason: `With mode ${mode} the guests are on a network of the host, where libvirt gives out no addresses and names.`,
        instead: `Remove <${part.name}>, or use mode nat, route or open.`,
        onDefine: true,
        libvirtMessage: `Unsupported <${part.name}> element in network ${name} with forward mode='${mode}'`,
      },
    ];
  });
}

function findBandwidths(xml: XmlElement, mode: NetworkMode, name: string): readonly Misfit[] {
  if (!deviceModes.has(mode) && bridgeName(xml) !== undefined) return [];
  const reason = `Limits need a bridge with a name, and there is none with mode ${mode}${mode === 'bridge' ? ' and no <bridge name=…>' : ''}.`;
  const instead = 'Remove <bandwidth>, and write the limits into the interfaces of the guests.';
  const own = findChildren(xml, 'bandwidth').map(
    (part): Misfit => ({
      part,
      reason,
      instead,
      onDefine: true,
      libvirtMessage: `Unsupported network-wide <bandwidth> element in network ${name} with forward mode='${mode}'`,
    }),
  );
  const ofGroups = findChildren(xml, 'portgroup').flatMap(group =>
    findChildren(group, 'bandwidth').map(
      (part): Misfit => ({
        part,
        reason,
        instead,
        onDefine: true,
        libvirtMessage: `Unsupported <bandwidth> element in network '${name}' in portgroup '${attributeValue(group, 'name') ?? ''}' with forward mode='${mode}'`,
      }),
    ),
  );
  return [...own, ...ofGroups];
}

/** networkValidate in libvirt's network driver: what each port that guests get must be able to do. */
function findVlans(xml: XmlElement, mode: NetworkMode, name: string, version: LibvirtVersion): readonly Misfit[] {
  const groups = [xml, ...findChildren(xml, 'portgroup')];
  return groups
    .filter(group => !canTag(group, xml, mode, isOlder(version, LINUX_BRIDGES)))
    .flatMap(group => findChildren(group, 'vlan'))
    .map(part => ({
      part,
      ...explainVlan(mode, version),
      onDefine: true,
      libvirtMessage: `<vlan> element specified for network ${name}, whose type doesn't support vlan configuration`,
    }));
}

/** Whether the ports of the network, or of one of its port groups, can be in a VLAN. */
function canTag(group: XmlElement, network: XmlElement, mode: NetworkMode, older: boolean): boolean {
  if (routedModes.has(mode) || mode === 'private' || mode === 'vepa') return false;
  if (!older) return true;
  const own = findChild(group, 'virtualport');
  const virtualport = own ?? findChild(network, 'virtualport');
  if (mode === 'bridge') return !!virtualport && attributeValue(virtualport, 'type') === 'openvswitch';
  return group === network || !own;
}

function explainVlan(mode: NetworkMode, version: LibvirtVersion): Pick<Misfit, 'reason' | 'instead'> {
  if (routedModes.has(mode)) {
    return {
      reason: `A network ${mode === 'isolated' ? 'without <forward>' : `with mode ${mode}`} is on a bridge of its own, where libvirt sets no VLANs.`,
      instead: 'Remove <vlan>, or use mode bridge, passthrough or hostdev.',
    };
  }
  if (mode === 'private' || mode === 'vepa') {
    return {
      reason: `With mode ${mode} guests get macvtap devices, on which libvirt sets no VLANs.`,
      instead: 'Remove <vlan>, and name a VLAN device such as eth0.42; or use mode passthrough or hostdev.',
    };
  }
  return {
    reason: `libvirt ${formatVersion(version)}, which this document is meant for, sets the VLAN of a network's ports on Open vSwitch, or on devices that are given away whole.`,
    instead: `Remove <vlan>, or add type='openvswitch' to <virtualport>; libvirt ${formatVersion(LINUX_BRIDGES)} knows VLANs on Linux bridges.`,
  };
}
