import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeElement } from '../../xml/edit.ts';
import { findChild } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { findVirtualport } from './parameters.ts';

/** A VLAN tag on a bridge port that libvirt does not make itself. */
export const unsupportedVlan: Rule = {
  code: 'virtualport/unsupported-vlan',
  severity: 'error',
  covers: ['VL12'],
  page: {
    title: 'VLAN beside a virtual port that cannot have one',
    explanation: `On an interface of type \`bridge\`, libvirt sets VLAN tags on a port of Open vSwitch, and since 11.0.0 on a port of a Linux bridge. Beside a virtual port of any other type \`define\` takes the \`<vlan>\`, and the start fails: \`vlan tag not supported for this connection type\`. MidoNet decides about the traffic by its own topology.`,
    bad: "<interface type='bridge'>\n  <source bridge='midonet'/>\n  <vlan>\n    <tag id='5'/>\n  </vlan>\n  <virtualport type='midonet'>\n    <parameters interfaceid='0b2d64da-3d0e-431e-afdd-804415d6ebbb'/>\n  </virtualport>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='midonet'/>\n  <virtualport type='midonet'>\n    <parameters interfaceid='0b2d64da-3d0e-431e-afdd-804415d6ebbb'/>\n  </virtualport>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, report }) {
    const virtualport = findVirtualport(element);
    const vlan = findChild(element.xml, 'vlan');
    if (virtualport?.interfaceType !== 'bridge' || !vlan || !findChild(vlan, 'tag')) return;
    if (virtualport.type === undefined || virtualport.type === 'openvswitch') return;
    report({
      range: vlan.nameRange,
      message: `A virtual port of type ${virtualport.type} has no VLAN tags. libvirt defines the guest and cannot start it. Remove <vlan>, or use Open vSwitch.`,
      related: [{ range: virtualport.xml.nameRange, message: 'The virtual port is here' }],
      fixes: () => [{ title: 'Remove <vlan>', preferred: true, edits: removeElement(document.xml, vlan) }],
    });
  },
};
