import { hostDeviceTeaming, virtualTeaming } from '../../schema/domain/devices/interface/teaming.ts';
import { insertAttribute, removeElement } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';

/** Half of a team that does not say which one. */
export const missingType: Rule = {
  code: 'teaming/missing-type',
  severity: 'error',
  covers: ['TM02', 'TM11'],
  replaces: ['schema/missing-attribute'],
  page: {
    title: 'Teaming without a type',
    explanation:
      "The type says which half of the team an interface is: `persistent`, the virtio card that stays, or `transient`, the host device that goes for a migration. With a partner named and no type libvirt refuses the document: `unknown teaming type '(null)'`. An empty `<teaming/>` is passed over by its code and refused by its schema.",
    bad: "<interface type='hostdev' managed='yes'>\n  <source>\n    <address type='pci' domain='0x0000' bus='0x05' slot='0x07' function='0x1'/>\n  </source>\n  <teaming persistent='ua-net0'/>\n</interface>",
    good: "<interface type='hostdev' managed='yes'>\n  <source>\n    <address type='pci' domain='0x0000' bus='0x05' slot='0x07' function='0x1'/>\n  </source>\n  <teaming type='transient' persistent='ua-net0'/>\n</interface>",
  },
  on: [hostDeviceTeaming, virtualTeaming],
  check({ xml }, { document, report }) {
    if (findAttribute(xml, 'type')) return;
    const partner = findAttribute(xml, 'persistent');
    if (xml.attributes.some(attribute => attribute !== partner)) return;
    report({
      range: xml.nameRange,
      alsoOn: partner ? [partner.nameRange] : [],
      message: partner
        ? "<teaming> names a partner and does not say that it is the transient half. libvirt refuses the document. Add type='transient'."
        : '<teaming> does not say which half of a team this is: virsh define passes over it, virsh edit and --validate refuse it. Add a type, or leave it out.',
      ...(partner && { libvirtMessage: "unknown teaming type '(null)'" }),
      fixes: () =>
        partner
          ? [
              {
                title: "Add type='transient'",
                preferred: true,
                edits: insertAttribute(document.xml, xml, 'type', 'transient'),
              },
            ]
          : [{ title: 'Remove <teaming>', preferred: true, edits: removeElement(document.xml, xml) }],
    });
  },
};
