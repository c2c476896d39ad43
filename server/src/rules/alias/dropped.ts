import { alias } from '../../schema/domain/devices/common/alias.ts';
import { removeElement, replaceValue } from '../../xml/edit.ts';
import { findAttribute, walkElements } from '../../xml/query.ts';
import type { XmlAttribute, XmlDocument } from '../../xml/tree.ts';
import type { Fix } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { isUserAlias, keepsAliases } from './userAlias.ts';

/** An alias that libvirt does not keep. */
export const dropped: Rule = {
  code: 'alias/dropped',
  severity: 'warning',
  covers: ['AL02', 'AL03', 'TM09'],
  page: {
    title: 'Alias that libvirt drops',
    explanation: `In a definition libvirt keeps an alias only when it begins with \`ua-\` and has no characters but letters, digits, \`_\` and \`-\`; its schema also lets a dot pass. Any other alias is dropped without a message, and libvirt gives the device a name of its own, so that whatever refers to it (\`<teaming persistent=…>\`, pass-through options of QEMU, \`virsh detach-device-alias\`) finds nothing.

Names such as \`net0\` are what libvirt makes itself and prints for a running guest; in a definition they are only of no use, and reported as a hint.`,
    bad: "<interface type='network'>\n  <source network='default'/>\n  <alias name='backup0'/>\n</interface>",
    good: "<interface type='network'>\n  <source network='default'/>\n  <alias name='ua-backup0'/>\n</interface>",
  },
  on: [alias],
  check({ xml, body }, { document, driver, report }) {
    const name = findAttribute(xml, 'name');
    if (!keepsAliases(driver) || !name?.closed || isUserAlias(name.value)) return;
    if (body.attributes.get('name')?.type.check(name.value)) return;
    const uses = findUses(document.xml, name.value);
    const generated = uses.length === 0 && /^(?:net|hostdev)\d+$/.test(name.value);
    const kept = userAlias(name.value);
    const reason = name.value.startsWith('ua-')
      ? 'has a character that libvirt does not take in an alias'
      : 'does not begin with ua-';
    report({
      ...(generated && { severity: 'hint' as const }),
      range: valueRange(name),
      message: generated
        ? `${name.value} is a name that libvirt makes itself: it drops this one when the guest is defined. Leave <alias> out.`
        : `${name.value} ${reason}: libvirt drops the alias without a word and makes one of its own. Write ${kept}.`,
      unnecessary: true,
      fixes: () => {
        const remove: Fix = { title: 'Remove <alias>', edits: removeElement(document.xml, xml) };
        const rename: Fix = {
          title: `Change to '${kept}'${uses.length > 0 ? ', here and where it is used' : ''}`,
          edits: [name, ...uses].flatMap(attribute => replaceValue(document.xml, attribute, kept)),
        };
        return generated ? [{ ...remove, preferred: true }, rename] : [{ ...rename, preferred: true }, remove];
      },
    });
  },
};

function userAlias(name: string): string {
  return `ua-${name.replace(/^ua-/, '').replaceAll(/[^a-zA-Z0-9_-]/g, '-')}`;
}

/** Where the alias of a card is used: the other half of a team, and overrides of QEMU's properties. */
function findUses(document: XmlDocument, name: string): readonly XmlAttribute[] {
  return [...walkElements(document)].flatMap(element => {
    const use =
      element.name === 'teaming'
        ? findAttribute(element, 'persistent')
        : element.name === 'qemu:device'
          ? findAttribute(element, 'alias')
          : undefined;
    return use?.value === name && use.closed ? [use] : [];
  });
}
