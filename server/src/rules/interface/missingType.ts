import { createBodyResolver } from '../../binding/effectiveBody.ts';
import type { EffectiveBody } from '../../binding/model.ts';
import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { interfaceTypes } from '../../schema/domain/devices/interface/interfaceType.ts';
import type { ElementDeclaration } from '../../schema/model.ts';
import { insertAttribute } from '../../xml/edit.ts';
import { attributeValue, childElements, findAttribute, findChild } from '../../xml/query.ts';
import type { XmlElement } from '../../xml/tree.ts';
import type { Rule } from '../rule.ts';

/** How many types a finding offers at most. */
const OFFERED = 4;

/** An interface that does not say how it is connected. */
export const missingType: Rule = {
  code: 'interface/missing-type',
  severity: 'error',
  covers: ['IF001'],
  replaces: ['schema/missing-attribute'],
  page: {
    title: 'Interface without a type',
    explanation: `The type says how the guest is connected. libvirt takes \`user\` when it is not written, a connection through a process of the host that nobody can reach from outside, and passes over a \`<source>\` that belongs to another type. Its schema, which \`virsh edit\` and \`virsh define --validate\` ask, refuses the document. Write the type that goes with the \`<source>\`.`,
    bad: "<interface>\n  <source network='default'/>\n  <model type='virtio'/>\n</interface>",
    good: "<interface type='network'>\n  <source network='default'/>\n  <model type='virtio'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, report }) {
    const { xml } = element;
    if (findAttribute(xml, 'type') || hasUnknownAttribute(xml, element.body)) return;
    const [first, ...others] = fittingTypes(xml);
    const proposal = first ?? 'user';
    report({
      range: xml.nameRange,
      message: `<interface> has no type. libvirt takes type='user' then, and its schema refuses the document. Write type='${proposal}', or another one.`,
      fixes: () =>
        [proposal, ...others].slice(0, OFFERED).map((type, index) => ({
          title: `Add type='${type}'`,
          ...(index === 0 && { preferred: true as const }),
          edits: insertAttribute(document.xml, xml, 'type', type, undefined),
        })),
    });
  },
};

/** A misspelt type is reported as the unknown attribute that it is. */
function hasUnknownAttribute(element: XmlElement, body: EffectiveBody): boolean {
  return element.attributes.some(({ name }) => !body.attributes.has(name) && !name.startsWith('xmlns'));
}

/** The types under which everything written may stand and nothing is missing; not those of other hypervisors. */
function fittingTypes(element: XmlElement): readonly string[] {
  const source = findChild(element, 'source');
  const resolveBody = createBodyResolver();
  return interfaceTypes.filter(type => {
    if (type === 'internal' || type === 'null' || type === 'vds') return false;
    const body = resolveBody(interfaceDevice, name => (name === 'type' ? type : attributeValue(element, name)));
    const declared = body.children.get('source')?.element;
    return fits(element, body) && (!source || !declared || sourceFits(source, declared));
  });

  function sourceFits(written: XmlElement, declared: ElementDeclaration): boolean {
    return fits(
      written,
      resolveBody(declared, name => attributeValue(written, name)),
    );
  }
}

/** Whether the attributes and children written are allowed, and do something, and the required ones are there. */
function fits(element: XmlElement, { attributes, children }: EffectiveBody): boolean {
  return (
    element.attributes.every(({ name }) => attributes.has(name) && !attributes.get(name)?.limit) &&
    childElements(element).every(({ name }) => children.has(name) && !children.get(name)?.limit) &&
    [...attributes.values()].every(
      ({ name, required }) => !required || name === 'type' || findAttribute(element, name),
    ) &&
    [...children.values()].every(({ element: child, required }) => !required || findChild(element, child.name))
  );
}
