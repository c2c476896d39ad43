import { hostDeviceTeaming } from '../../schema/domain/devices/interface/teaming.ts';
import { insertAttribute } from '../../xml/edit.ts';
import { attributeValue, findAttribute } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { noPartner } from '../schema/libvirtMessages.ts';
import { partnerAliases } from './team.ts';

/** The transient half does not name the other one. */
export const missingPartner: Rule = {
  code: 'teaming/missing-partner',
  severity: 'error',
  covers: ['TM03'],
  replaces: ['schema/missing-attribute'],
  page: {
    title: 'Transient half of a team without its partner',
    explanation:
      "The transient half names the virtio card that stays by its alias, which begins with `ua-`. Without it libvirt refuses the document: `teaming persistent attribute must be set if teaming type is 'transient'`. The fixes offer the aliases of the persistent halves in the same domain.",
    bad: "<interface type='hostdev' managed='yes'>\n  <source>\n    <address type='pci' domain='0x0000' bus='0x05' slot='0x07' function='0x1'/>\n  </source>\n  <teaming type='transient'/>\n</interface>",
    good: "<interface type='hostdev' managed='yes'>\n  <source>\n    <address type='pci' domain='0x0000' bus='0x05' slot='0x07' function='0x1'/>\n  </source>\n  <teaming type='transient' persistent='ua-net0'/>\n</interface>",
  },
  on: [hostDeviceTeaming],
  check({ xml }, { document, report }) {
    if (attributeValue(xml, 'type') !== 'transient' || findAttribute(xml, 'persistent')) return;
    // A misspelt attribute is reported as that.
    if (xml.attributes.some(({ name }) => name !== 'type')) return;
    report({
      range: xml.nameRange,
      message:
        'The transient half of a team names the other half, and this one does not. libvirt refuses the document. Add persistent with the alias of the virtio card.',
      libvirtMessage: noPartner,
      fixes: () => {
        const devices = xml.parent?.parent;
        const aliases = partnerAliases(devices);
        // In a domain without a persistent half, the alias is only a place to fill in.
        const sure = aliases.length > 0 || devices === undefined;
        return (aliases.length > 0 ? aliases : ['ua-net0']).map((alias, index) => ({
          title: `Add persistent='${alias}'`,
          ...(sure && index === 0 && { preferred: true as const }),
          edits: insertAttribute(document.xml, xml, 'persistent', alias),
        }));
      },
    });
  },
};
