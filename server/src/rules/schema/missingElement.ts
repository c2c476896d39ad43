import type { BoundElement } from '../../binding/model.ts';
import { findSimilar } from '../../schema/datatypes/similarity.ts';
import type { ElementDeclaration } from '../../schema/model.ts';
import { insertChild } from '../../xml/edit.ts';
import { childElements, findChild } from '../../xml/query.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { missingElementMessage } from './libvirtMessages.ts';
import { isNetworking, networkMissingElementMessage } from './networkMessages.ts';
import { skeleton } from './skeleton.ts';

/** A required child element that is not there. */
export const missingElement: Rule = {
  code: 'schema/missing-element',
  severity: 'error',
  covers: ['IF003', 'IF004', 'IF005', 'IF019', 'IF029', 'VP06', 'NW01', 'NW62', 'HI05', 'HI06', 'HI07', 'HI19', 'VL01'],
  page: {
    title: 'Required element is missing',
    explanation:
      "libvirt demands this child element. For an interface its message is `interface type='direct' requires a 'source' element`; the schema of libvirt overlooks some of these cases, the parser does not.",
    bad: "<interface type='bridge'>\n  <model type='virtio'/>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <model type='virtio'/>\n</interface>",
  },
  on: 'every element',
  check(element, context) {
    for (const declared of element.body.children.values()) {
      if (!declared.required || findChild(element.xml, declared.element.name)) continue;
      if (!isMisspelt(element, declared.element.name)) reportMissing(element, declared.element, context);
    }
  },
};

function reportMissing(element: BoundElement, missing: ElementDeclaration, { document, report }: RuleContext): void {
  const { name } = missing;
  const libvirtMessage = isNetworking(document)
    ? networkMissingElementMessage(element.xml, name, document.xml)
    : missingElementMessage(element.xml, name);
  report({
    range: element.xml.nameRange,
    message: `<${element.xml.name}> lacks its <${name}>: libvirt refuses it without. Add <${name}>.`,
    ...(libvirtMessage !== undefined && { libvirtMessage }),
    fixes: generator => [
      {
        title: `Add <${name}>`,
        preferred: true,
        edits: insertChild(document.xml, element.xml, skeleton(missing, generator, selectedCase(element))),
      },
    ],
  });
}

function selectedCase({ body }: BoundElement): string | undefined {
  return body.selections.find(({ selected }) => selected !== undefined)?.selected;
}

/** One mistake, one finding: an unknown child that looks like the missing one is reported by its own rule. */
function isMisspelt(element: BoundElement, missing: string): boolean {
  return childElements(element.xml).some(
    child => !element.body.children.has(child.name) && findSimilar(child.name, [missing]).length > 0,
  );
}
