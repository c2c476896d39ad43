import type { BoundElement } from '../../binding/model.ts';
import { attributeValue, childElements, findAttribute, findChild } from '../../xml/query.ts';
import type { XmlAttribute, XmlElement } from '../../xml/tree.ts';

/** A device of a domain that is one half of a team: an `<interface>`, or a `<hostdev>`. */
export interface TeamMember {
  readonly device: XmlElement;
  readonly teaming: XmlElement;
  /** `persistent`, `transient`; `undefined` when not written. */
  readonly type: string | undefined;
  /** On the transient half: the alias of the other one. */
  readonly partner: XmlAttribute | undefined;
  readonly alias: XmlAttribute | undefined;
}

export function teamMember(device: XmlElement): TeamMember | undefined {
  const teaming = findChild(device, 'teaming');
  if (!teaming) return undefined;
  const alias = findChild(device, 'alias');
  return {
    device,
    teaming,
    type: attributeValue(teaming, 'type'),
    partner: findAttribute(teaming, 'persistent'),
    alias: alias && findAttribute(alias, 'name'),
  };
}

/** The halves of teams among the devices of a domain. */
export function teamMembers(devices: BoundElement): readonly TeamMember[] {
  return childElements(devices.xml)
    .filter(({ name }) => name === 'interface' || name === 'hostdev')
    .flatMap(device => teamMember(device) ?? []);
}

/** The aliases of the halves that stay: what a transient half can name. */
export function partnerAliases(devices: XmlElement | undefined): readonly string[] {
  if (devices?.name !== 'devices') return [];
  return childElements(devices).flatMap(device => {
    const member = device.name === 'interface' ? teamMember(device) : undefined;
    return member?.type === 'persistent' && member.alias?.value.startsWith('ua-') ? [member.alias.value] : [];
  });
}
