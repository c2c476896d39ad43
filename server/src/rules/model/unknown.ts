import { findSimilar } from '../../schema/datatypes/similarity.ts';
import type { Driver } from '../../schema/documentation.ts';
import { model } from '../../schema/domain/devices/interface/model.ts';
import { replaceValue } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { didYouMean } from '../wording.ts';
import { knownModel, knownModels } from './cardModel.ts';

/** Drivers that keep names which libvirt does not know (`VIR_DOMAIN_DEF_FEATURE_NET_MODEL_STRING`). */
const keepers = new Set<Driver>(['qemu', 'xen', 'test', 'hyperv']);

/** A card that libvirt has no name for. */
export const unknown: Rule = {
  code: 'model/unknown',
  severity: 'information',
  covers: ['MOD02'],
  page: {
    title: 'Card model that libvirt does not know',
    explanation: `libvirt has a list of card models. The drivers of QEMU and Xen keep other names and hand them over as they are, so that the emulator decides at the start whether there is such a card; a misspelt name is noticed only then. All other drivers refuse the document: \`driver does not support net model 'ne2k_pci'\`.`,
    bad: "<interface type='network'>\n  <source network='default'/>\n  <model type='ne2k_pci'/>\n</interface>",
    good: "<interface type='network'>\n  <source network='default'/>\n  <model type='e1000e'/>\n</interface>",
  },
  on: [model],
  check({ xml, body }, { document, driver, report }) {
    const type = findAttribute(xml, 'type');
    if (!type?.closed || knownModel(type.value) !== undefined) return;
    // Forbidden characters are reported as such.
    if (body.attributes.get('type')?.type.check(type.value)) return;
    const kept = keepers.has(driver);
    const near = findSimilar(type.value, knownModels());
    report({
      ...(!kept && { severity: 'error' as const }),
      range: valueRange(type),
      message: `libvirt knows no card model ${type.value}. ${
        kept
          ? 'It hands the name to the hypervisor, which cannot start the guest if it has no such card either.'
          : 'This hypervisor takes only those it knows: libvirt refuses the document.'
      } ${near.length > 0 ? didYouMean(near) : 'Write one of the known ones unless you are sure.'}`,
      ...(!kept && { libvirtMessage: `driver does not support net model '${type.value}'` }),
      fixes: () =>
        (near.length > 0 ? near : ['virtio', 'e1000e', 'rtl8139']).map(name => ({
          title: `Change to '${name}'`,
          edits: replaceValue(document.xml, type, name),
        })),
    });
  },
};
