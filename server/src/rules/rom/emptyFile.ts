import { rom } from '../../schema/domain/devices/common/rom.ts';
import { insertAttribute, removeAttribute, replaceValue } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { TextEdit } from '../../xml/range.ts';
import type { XmlDocument, XmlElement } from '../../xml/tree.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';

/** The old way to have no option ROM. */
export const emptyFile: Rule = {
  code: 'rom/empty-file',
  severity: 'error',
  covers: ['RO02'],
  replaces: ['value/bad-format'],
  page: {
    title: 'Option ROM without a file name',
    explanation:
      "An empty file name used to be the way to switch the option ROM of a card off, and QEMU still understands it; libvirt's schema, which `virsh edit` and `virsh define --validate` ask, refuses it. Since libvirt 4.3.0 there is `enabled='no'`.",
    bad: "<interface type='network'>\n  <source network='default'/>\n  <rom file=''/>\n</interface>",
    good: "<interface type='network'>\n  <source network='default'/>\n  <rom enabled='no'/>\n</interface>",
  },
  on: [rom],
  check({ xml }, { document, report }) {
    const file = findAttribute(xml, 'file');
    if (!file?.closed || file.value !== '') return;
    report({
      range: valueRange(file),
      message:
        "No file name switches the ROM off: virsh define takes it, virsh edit and --validate refuse it. Write enabled='no' instead.",
      fixes: () => [{ title: "Write enabled='no' instead", preferred: true, edits: switchOff(document.xml, xml) }],
    });
  },
};

/** `bar` must not stand beside a ROM that is off. */
function switchOff(document: XmlDocument, element: XmlElement): readonly TextEdit[] {
  const enabled = findAttribute(element, 'enabled');
  return [
    ...element.attributes
      .filter(({ name }) => name === 'file' || name === 'bar')
      .flatMap(attribute => removeAttribute(document, attribute)),
    ...(enabled ? replaceValue(document, enabled, 'no') : insertAttribute(document, element, 'enabled', 'no')),
  ];
}
