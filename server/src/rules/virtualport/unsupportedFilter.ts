import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeElement } from '../../xml/edit.ts';
import { findChild } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { findVirtualport } from './parameters.ts';

/** A network filter on a port that does not pass the host's Linux bridge. */
export const unsupportedFilter: Rule = {
  code: 'virtualport/unsupported-filter',
  severity: 'error',
  covers: ['FR02'],
  page: {
    title: 'Network filter beside a virtual port',
    explanation: `libvirt's network filters work with ebtables and iptables on the tap devices of a Linux bridge. The traffic of a virtual port does not pass there. \`define\` takes both, and the start fails: \`filterref is not supported for network interfaces with virtualport type openvswitch\`. Filter in Open vSwitch, or on the switch.`,
    bad: "<interface type='bridge'>\n  <source bridge='ovsbr0'/>\n  <virtualport type='openvswitch'/>\n  <filterref filter='clean-traffic'/>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='ovsbr0'/>\n  <virtualport type='openvswitch'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, driver, report }) {
    const virtualport = findVirtualport(element);
    const filterref = findChild(element.xml, 'filterref');
    if (!virtualport?.type || !filterref || driver !== 'qemu') return;
    // Other types do not read the filter at all, which the catalogue says.
    if (virtualport.interfaceType !== 'bridge' && virtualport.interfaceType !== 'network') return;
    report({
      range: filterref.nameRange,
      message: `Network filters do not work with a virtual port. libvirt defines the guest and cannot start it. Remove <filterref>, and filter on the switch.`,
      related: [{ range: virtualport.xml.nameRange, message: 'The virtual port is here' }],
      fixes: () => [{ title: 'Remove <filterref>', preferred: true, edits: removeElement(document.xml, filterref) }],
    });
  },
};
