import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { insertAttribute, removeAttribute, removeElement, renameAttribute, replaceValue } from '../../xml/edit.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import type { TextEdit } from '../../xml/range.ts';
import type { XmlDocument, XmlElement } from '../../xml/tree.ts';
import type { Fix } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { conversions, findVirtualport, usableTypes, type VirtualportType } from './parameters.ts';

/** A virtual port type that does nothing, or worse, on the interface type. */
export const wrongInterfaceType: Rule = {
  code: 'virtualport/wrong-interface-type',
  severity: 'warning',
  covers: ['VP23', 'VP24', 'VP25'],
  page: {
    title: 'Virtual port type that does not go with the interface type',
    explanation: `Which virtual port works depends on how the guest is connected:

| interface | virtual port | with another one |
|---|---|---|
| \`bridge\` | \`openvswitch\`, \`midonet\` | the guest starts, but its tap device is attached to no bridge at all |
| \`direct\` | \`802.1Qbg\`, \`802.1Qbh\` | the guest starts, and the virtual port is ignored |
| \`hostdev\` | \`802.1Qbh\` | the guest does not start: \`virtualport type 802.1Qbg is currently not supported on interfaces of type hostdev\` |

An Open vSwitch bridge is connected with \`<interface type='bridge'>\` and \`<source bridge=…>\`; 802.1Qbg and 802.1Qbh need \`<interface type='direct'>\` and \`<source dev=…>\`.`,
    bad: "<interface type='direct'>\n  <source dev='ovsbr0' mode='bridge'/>\n  <virtualport type='openvswitch'/>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='ovsbr0'/>\n  <virtualport type='openvswitch'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, report }) {
    const virtualport = findVirtualport(element);
    const { type, typeAttribute, interfaceType = '' } = virtualport ?? {};
    if (!virtualport || !type || !typeAttribute) return;
    if (usableTypes.get(interfaceType)?.includes(type)) return;
    // The parameters tell which type is meant: that is one mistake, and virtualport/extra-parameter reports it.
    if (conversions(virtualport, type).length > 0) return;
    report({
      ...describe(interfaceType, type),
      range: valueRange(typeAttribute),
      fixes: () => [
        ...changeInterface(document.xml, element.xml, interfaceType, type),
        {
          title: 'Remove <virtualport>',
          ...(interfaceType === 'hostdev' && { preferred: true as const }),
          edits: removeElement(document.xml, virtualport.xml),
        },
      ],
    });
  },
};

interface Description {
  readonly message: string;
  readonly libvirtMessage?: string;
}

function describe(interfaceType: string, type: VirtualportType): Description {
  if (interfaceType === 'hostdev') {
    return {
      message: `A host device works with 802.1Qbh only, and this is ${type}. libvirt defines the guest and cannot start it. Remove <virtualport>, or use 802.1Qbh.`,
      libvirtMessage: `virtualport type ${type} is currently not supported on interfaces of type hostdev`,
    };
  }
  return interfaceType === 'direct'
    ? {
        message: `A macvtap device has no ${type} port. libvirt starts the guest and ignores the virtual port. Use type='bridge' with <source bridge=…> for ${type}.`,
      }
    : {
        message: `${type} works on macvtap only. libvirt starts the guest, but attaches it to no bridge at all. Use type='direct' with <source dev=…>, or remove <virtualport>.`,
      };
}

/**
 * The interface type that the virtual port is made for. It is the preferred fix unless what then stands there needs
 * more: 802.1Qbg wants a VLAN device as source, and a VLAN tag may not stand beside it.
 */
function changeInterface(
  document: XmlDocument,
  element: XmlElement,
  interfaceType: string,
  type: VirtualportType,
): readonly Fix[] {
  const attribute = findAttribute(element, 'type');
  const source = findChild(element, 'source');
  if (interfaceType === 'hostdev' || !attribute || !source) return [];
  const target = interfaceType === 'direct' ? 'bridge' : 'direct';
  return [
    {
      title: `Change the interface to type='${target}'`,
      ...(type !== '802.1Qbg' && !findChild(element, 'vlan') && { preferred: true }),
      edits: [
        ...replaceValue(document, attribute, target),
        ...(target === 'bridge' ? toBridge(document, source) : toDirect(document, source, type)),
      ],
    },
  ];
}

function toBridge(document: XmlDocument, source: XmlElement): readonly TextEdit[] {
  const dev = findAttribute(source, 'dev');
  const mode = findAttribute(source, 'mode');
  return [...(dev ? renameAttribute(document, dev, 'bridge') : []), ...(mode ? removeAttribute(document, mode) : [])];
}

function toDirect(document: XmlDocument, source: XmlElement, type: VirtualportType): readonly TextEdit[] {
  const bridge = findAttribute(source, 'bridge');
  return [
    ...(bridge ? renameAttribute(document, bridge, 'dev') : []),
    ...insertAttribute(document, source, 'mode', type === '802.1Qbh' ? 'private' : 'vepa'),
  ];
}
