import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { insertChild, quoteStyle, removeAttribute } from '../../xml/edit.ts';
import { findChild } from '../../xml/query.ts';
import type { Fix } from '../finding.ts';
import { selectedType } from '../interface/selectedType.ts';
import type { Rule } from '../rule.ts';

/** The device of an ethernet interface in the place where old documents have it. */
export const ethernetSource: Rule = {
  code: 'source/ethernet-source',
  severity: 'error',
  covers: ['IF011'],
  replaces: ['schema/attribute-not-for-type', 'schema/unknown-attribute'],
  page: {
    title: 'Attribute on the source of an ethernet interface',
    explanation: `Of the \`<source>\` of an interface of type \`ethernet\`, libvirt reads only \`<ip>\` and \`<route>\` inside. Attributes, such as the \`dev\` of old documents and guides, are passed over; its schema, which \`virsh edit\` and \`virsh define --validate\` ask, refuses them. The device on the host is named by \`<target dev=…>\`.`,
    bad: "<interface type='ethernet'>\n  <source dev='tap7'/>\n</interface>",
    good: "<interface type='ethernet'>\n  <target dev='tap7'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, report }) {
    const source = selectedType(element) === 'ethernet' ? findChild(element.xml, 'source') : undefined;
    for (const attribute of source?.attributes ?? []) {
      const { name, nameRange, rawValue } = attribute;
      if (name === '' || name.startsWith('xmlns')) continue;
      const remove = removeAttribute(document.xml, attribute);
      report({
        range: nameRange,
        message: `libvirt reads no attribute of <source> with type='ethernet': it passes over ${name}, and its schema refuses the document. Name the device of the host by <target dev=…>.`,
        fixes: () => {
          const quote = attribute.quote ?? quoteStyle(document.xml, element.xml);
          const target = `<target dev=${quote}${rawValue}${quote}/>`;
          const move: readonly Fix[] =
            name === 'dev' && rawValue !== '' && !findChild(element.xml, 'target')
              ? [
                  {
                    title: 'Move the name to <target>',
                    preferred: true,
                    edits: [...remove, ...insertChild(document.xml, element.xml, target)],
                  },
                ]
              : [];
          return [
            ...move,
            { title: `Remove ${name}`, ...(move.length === 0 && { preferred: true as const }), edits: remove },
          ];
        },
      });
    }
  },
};
