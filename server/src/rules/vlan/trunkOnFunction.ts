import type { BoundElement } from '../../binding/model.ts';
import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { vlan } from '../../schema/network/vlan.ts';
import { removeAttribute, removeElement } from '../../xml/edit.ts';
import { ancestors, attributeValue, findAttribute, findChild } from '../../xml/query.ts';
import type { TextEdit } from '../../xml/range.ts';
import type { XmlDocument, XmlElement } from '../../xml/tree.ts';
import { selectedType } from '../interface/selectedType.ts';
import type { Rule } from '../rule.ts';
import { findTags } from './tags.ts';

/** A trunk on a virtual function, which the host can put into one VLAN only. */
export const trunkOnFunction: Rule = {
  code: 'vlan/trunk-on-function',
  severity: 'error',
  covers: ['VL13'],
  page: {
    title: 'VLAN trunk on an SR-IOV virtual function',
    explanation: `The host gives a virtual function one VLAN tag, or none. With several tags or \`trunk='yes'\` on type \`hostdev\`, on macvtap in mode \`passthrough\` or in a network of such devices, \`define\` takes the document and the start fails: \`vlan trunking is not supported by SR-IOV network devices\`.

Without \`<vlan>\` the guest may tag its frames itself, if the card is set up to let it.`,
    bad: "<interface type='hostdev' managed='yes'>\n  <source>\n    <address type='pci' domain='0x0000' bus='0x03' slot='0x10' function='0x0'/>\n  </source>\n  <vlan>\n    <tag id='42'/>\n    <tag id='47'/>\n  </vlan>\n</interface>",
    good: "<interface type='hostdev' managed='yes'>\n  <source>\n    <address type='pci' domain='0x0000' bus='0x03' slot='0x10' function='0x0'/>\n  </source>\n  <vlan>\n    <tag id='42'/>\n  </vlan>\n</interface>",
  },
  on: [vlan],
  check(element, { document, report }) {
    const { xml } = element;
    if (!isOnFunction(element)) return;
    const [first, second] = findTags(xml);
    const trunk = findAttribute(xml, 'trunk');
    const cause = second?.xml.nameRange ?? (trunk?.value === 'yes' ? trunk.nameRange : undefined);
    if (!first || !cause) return;
    report({
      range: cause,
      message:
        'A virtual function can be put into one VLAN only. libvirt defines this and cannot start the guest. Keep one tag, without trunk.',
      libvirtMessage: 'vlan trunking is not supported by SR-IOV network devices',
      fixes: () => [
        {
          title: `Keep only tag ${first.id?.value ?? ''}`.trimEnd(),
          preferred: true,
          edits: keepFirst(document.xml, xml),
        },
      ],
    });
  },
};

function isOnFunction({ xml, parent }: BoundElement): boolean {
  if (parent?.declaration === interfaceDevice) {
    const type = selectedType(parent);
    const source = findChild(parent.xml, 'source');
    return (
      type === 'hostdev' ||
      (type === 'direct' && source !== undefined && attributeValue(source, 'mode') === 'passthrough')
    );
  }
  const network = [...ancestors(xml)].find(({ name }) => name === 'network');
  const forward = network && findChild(network, 'forward');
  const mode = forward && attributeValue(forward, 'mode');
  return mode === 'hostdev' || mode === 'passthrough';
}

function keepFirst(document: XmlDocument, vlanElement: XmlElement): readonly TextEdit[] {
  const trunk = findAttribute(vlanElement, 'trunk');
  const [first, ...others] = findTags(vlanElement);
  return [
    ...(trunk ? removeAttribute(document, trunk) : []),
    ...(first?.nativeMode ? removeAttribute(document, first.nativeMode) : []),
    ...others.flatMap(({ xml }) => removeElement(document, xml)),
  ];
}
