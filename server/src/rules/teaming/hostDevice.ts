import { devices } from '../../schema/domain/devices/devices.ts';
import { insertAttribute, removeElement, replaceValue } from '../../xml/edit.ts';
import { attributeValue, childElements, findAttribute } from '../../xml/query.ts';
import type { TextEdit } from '../../xml/range.ts';
import type { XmlDocument } from '../../xml/tree.ts';
import type { Fix } from '../finding.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { partnerAliases, type TeamMember, teamMember } from './team.ts';

/** What a `<hostdev>` can be in a team (`virDomainHostdevDefValidate`). */
export const hostDevice: Rule = {
  code: 'teaming/host-device',
  severity: 'error',
  covers: ['TM12', 'TM13', 'TM14'],
  page: {
    title: 'Host device that cannot be in a team like this',
    explanation:
      "A `<hostdev>` can be the transient half of a team, when it is a PCI device and names the virtio card that stays. libvirt refuses everything else: `teaming hostdev devices must have type='transient'`, `missing required persistent attribute in hostdev teaming element`, `teaming is only supported for pci hostdev devices`.",
    bad: "<domain type='kvm'>\n  <name>guest</name>\n  <devices>\n    <interface type='network'>\n      <source network='default'/>\n      <model type='virtio'/>\n      <teaming type='persistent'/>\n      <alias name='ua-net0'/>\n    </interface>\n    <hostdev mode='subsystem' type='pci' managed='yes'>\n      <source>\n        <address domain='0x0000' bus='0x05' slot='0x07' function='0x1'/>\n      </source>\n      <teaming type='persistent'/>\n    </hostdev>\n  </devices>\n</domain>",
    good: "<domain type='kvm'>\n  <name>guest</name>\n  <devices>\n    <interface type='network'>\n      <source network='default'/>\n      <model type='virtio'/>\n      <teaming type='persistent'/>\n      <alias name='ua-net0'/>\n    </interface>\n    <hostdev mode='subsystem' type='pci' managed='yes'>\n      <source>\n        <address domain='0x0000' bus='0x05' slot='0x07' function='0x1'/>\n      </source>\n      <teaming type='transient' persistent='ua-net0'/>\n    </hostdev>\n  </devices>\n</domain>",
  },
  on: [devices],
  check(element, context) {
    for (const device of childElements(element.xml)) {
      const member = device.name === 'hostdev' ? teamMember(device) : undefined;
      if (member) checkHostDevice(member, context);
    }
  },
};

function checkHostDevice(member: TeamMember, { document, report }: RuleContext): void {
  const { device, teaming, type, partner } = member;
  const remove: Fix = { title: 'Remove <teaming>', edits: removeElement(document.xml, teaming) };
  // Without a persistent half in the domain, the alias is only a place to fill in.
  const preferred = (partner !== undefined || partnerAliases(device.parent).length > 0) && { preferred: true as const };
  const bus = attributeValue(device, 'type');
  const mode = attributeValue(device, 'mode') ?? 'subsystem';
  if (mode !== 'subsystem' || bus !== 'pci') {
    report({
      range: teaming.nameRange,
      message: 'Only a PCI device can be in a team. libvirt refuses the document. Leave <teaming> out.',
      libvirtMessage: 'teaming is only supported for pci hostdev devices',
      fixes: () => [{ ...remove, preferred: true }],
    });
  } else if (type !== 'transient') {
    report({
      range: findAttribute(teaming, 'type')?.valueRange ?? teaming.nameRange,
      message:
        "A host device is the half of a team that goes: libvirt refuses any type but transient. Write type='transient' with the alias of the virtio card.",
      libvirtMessage: "teaming hostdev devices must have type='transient'",
      fixes: () => [
        { title: "Set type='transient'", ...preferred, edits: makeTransient(document.xml, member) },
        remove,
      ],
    });
  } else if (!partner) {
    report({
      range: teaming.nameRange,
      message:
        'The transient half of a team names the other half, and this one does not. libvirt refuses the document. Add persistent with the alias of the virtio card.',
      libvirtMessage: 'missing required persistent attribute in hostdev teaming element',
      fixes: () => [{ title: 'Add persistent', ...preferred, edits: makeTransient(document.xml, member) }, remove],
    });
  }
}

/** Writes type and partner as far as they are not there. */
function makeTransient(document: XmlDocument, { device, teaming, type, partner }: TeamMember): readonly TextEdit[] {
  const alias = partnerAliases(device.parent)[0] ?? 'ua-net0';
  const written = findAttribute(teaming, 'type');
  const setType = written
    ? replaceValue(document, written, 'transient')
    : insertAttribute(document, teaming, 'type', 'transient');
  return [
    ...(type === 'transient' ? [] : setType),
    ...(partner ? [] : insertAttribute(document, teaming, 'persistent', alias)),
  ];
}
