import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeElement } from '../../xml/edit.ts';
import { findChild } from '../../xml/query.ts';
import { selectedType } from '../interface/selectedType.ts';
import type { Rule } from '../rule.ts';
import { formatVersion, isOlder, type LibvirtVersion } from '../target.ts';
import { findTags } from './tags.ts';

/** The release that brought VLANs on Linux bridges. */
const SINCE: LibvirtVersion = [11, 0, 0];

/** A VLAN tag on a Linux bridge, for a libvirt that cannot set one. */
export const linuxBridge: Rule = {
  code: 'vlan/linux-bridge',
  severity: 'warning',
  covers: ['VL14'],
  page: {
    title: 'VLAN on a Linux bridge, before libvirt 11.0.0',
    explanation:
      'Since 11.0.0 libvirt sets VLANs on the ports of a Linux bridge, for which it switches on VLAN filtering of the bridge. Older releases define the guest and cannot start it: `vlan tag not supported for this connection type`. There a bridge for each VLAN, on top of `eth0.42` and the like, does the same. Given only when the setting `libvirt-xml.target.version` names an older release.',
    target: '10.0.0',
    bad: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <vlan>\n    <tag id='42'/>\n  </vlan>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='br0.42'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, version, report }) {
    const vlan = findChild(element.xml, 'vlan');
    if (!isOlder(version, SINCE) || !vlan || selectedType(element) !== 'bridge') return;
    if (findTags(vlan).length === 0 || findChild(element.xml, 'virtualport')) return;
    report({
      range: vlan.nameRange,
      message: `libvirt ${formatVersion(version)}, which this document is meant for, cannot set VLANs on a Linux bridge: it defines the guest and cannot start it; ${formatVersion(SINCE)} can. Use a bridge of the VLAN, or Open vSwitch.`,
      libvirtMessage: 'vlan tag not supported for this connection type',
      fixes: () => [{ title: 'Remove <vlan>', edits: removeElement(document.xml, vlan) }],
    });
  },
};
