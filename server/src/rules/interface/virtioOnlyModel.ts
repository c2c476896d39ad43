import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { replaceValue } from '../../xml/edit.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { selectedType } from './selectedType.ts';

const virtioModels = new Set(['virtio', 'virtio-transitional', 'virtio-non-transitional']);

/** A card model that the back end of the interface cannot serve. */
export const virtioOnlyModel: Rule = {
  code: 'interface/virtio-only-model',
  severity: 'error',
  covers: ['IF028'],
  page: {
    title: 'vdpa or vhostuser with a model that is not virtio',
    explanation: `The back ends of \`vdpa\` and \`vhostuser\` interfaces move packets through virtio queues, so that the guest's card must be a virtio model. The QEMU driver refuses any other when the guest is defined: \`invalid model for interface of type 'vdpa': 'e1000' - must be 'virtio'\`.`,
    bad: "<interface type='vdpa'>\n  <source dev='/dev/vhost-vdpa-0'/>\n  <model type='e1000'/>\n</interface>",
    good: "<interface type='vdpa'>\n  <source dev='/dev/vhost-vdpa-0'/>\n  <model type='virtio'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, driver, report }) {
    const type = selectedType(element);
    if (driver !== 'qemu' || (type !== 'vdpa' && type !== 'vhostuser')) return;
    const child = findChild(element.xml, 'model');
    const model = child && findAttribute(child, 'type');
    // Model names are compared without regard to case (virDomainNetModelTypeFromString).
    if (!model?.value || !model.closed || virtioModels.has(model.value.toLowerCase())) return;
    report({
      range: valueRange(model),
      message: `An interface of type ${type} needs a virtio model, and this is ${model.value}. libvirt refuses the document. Write virtio.`,
      libvirtMessage: `invalid model for interface of type '${type}': '${model.value}' - must be 'virtio'`,
      fixes: () => [
        { title: "Set type='virtio'", preferred: true, edits: replaceValue(document.xml, model, 'virtio') },
      ],
    });
  },
};
