import { model } from '../../schema/domain/devices/interface/model.ts';
import { replaceValue } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { knownModel } from './cardModel.ts';

/** A card that libvirt knows by the same letters in another case. */
export const letterCase: Rule = {
  code: 'model/letter-case',
  severity: 'information',
  covers: ['MOD15'],
  page: {
    title: 'Card model in another letter case',
    explanation:
      'libvirt compares the names of card models without regard to letter case and writes its own spelling when it stores the document. Nothing is lost; tools that look for `virtio` in the text may miss `VirtIO`.',
    bad: "<interface type='network'>\n  <source network='default'/>\n  <model type='VirtIO'/>\n</interface>",
    good: "<interface type='network'>\n  <source network='default'/>\n  <model type='virtio'/>\n</interface>",
  },
  on: [model],
  check({ xml }, { document, report }) {
    const type = findAttribute(xml, 'type');
    const known = type?.closed ? knownModel(type.value) : undefined;
    if (!type || known === undefined || known === type.value) return;
    report({
      range: valueRange(type),
      message: `libvirt writes this model ${known}, and changes it so when it stores the document. Write ${known}.`,
      fixes: () => [
        {
          title: `Change to '${known}'`,
          preferred: true,
          safe: true,
          edits: replaceValue(document.xml, type, known),
        },
      ],
    });
  },
};
