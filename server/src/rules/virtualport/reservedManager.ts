import { parseCInteger } from '../../schema/datatypes/cInteger.ts';
import { replaceValue } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { findVirtualport, virtualportHolders } from './parameters.ts';

/** Manager number 0, which the standard reserves and libvirt does not check. */
export const reservedManager: Rule = {
  code: 'virtualport/reserved-manager',
  severity: 'warning',
  covers: ['VP13'],
  page: {
    title: 'managerid 0 is reserved',
    explanation: `\`managerid\` names the database from which the switch takes the VSI type. IEEE 802.1Qbg reserves the number 0; neither libvirt nor its schema refuse it, and the switch then finds no type for the port. Write the number that the administrator of the switch gives, from 1 to 255.`,
    bad: "<interface type='direct'>\n  <source dev='eth0.2' mode='vepa'/>\n  <virtualport type='802.1Qbg'>\n    <parameters managerid='0' typeid='1193047' typeidversion='2'/>\n  </virtualport>\n</interface>",
    good: "<interface type='direct'>\n  <source dev='eth0.2' mode='vepa'/>\n  <virtualport type='802.1Qbg'>\n    <parameters managerid='11' typeid='1193047' typeidversion='2'/>\n  </virtualport>\n</interface>",
  },
  on: virtualportHolders,
  check(element, { document, report }) {
    const virtualport = findVirtualport(element);
    const { type, parameters } = virtualport ?? {};
    const managerid = parameters && findAttribute(parameters, 'managerid');
    // With another type the parameter does not belong here at all.
    if (!managerid || (type !== undefined && type !== '802.1Qbg')) return;
    if (parseCInteger(managerid.value) !== 0) return;
    report({
      range: valueRange(managerid),
      message:
        'Manager 0 is reserved by IEEE 802.1Qbg. libvirt takes it and sends it to the switch, which has no such manager. Write the number that the administrator of the switch gives, from 1 to 255.',
      fixes: () => [{ title: "Set managerid='1'", edits: replaceValue(document.xml, managerid, '1') }],
    });
  },
};
