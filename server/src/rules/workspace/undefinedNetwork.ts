import { findSimilar } from '../../schema/datatypes/similarity.ts';
import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { replaceValue } from '../../xml/edit.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { didYouMean } from '../wording.ts';
import { findNetworkAttribute } from './usedNetwork.ts';

/** A network that no file of a workspace with networks defines. */
export const undefinedNetwork: Rule = {
  code: 'workspace/undefined-network',
  severity: 'information',
  covers: ['XD01'],
  page: {
    title: 'Network that no file of the workspace defines',
    explanation: `libvirt looks for the network only when the guest starts, and then fails: \`Network not found: no network with matching name\`. \`define\` says nothing.

This is said only where the workspace has \`<network>\` documents at all, and never about \`default\`, which libvirt's packages define. The network may be defined on the host without a file here; therefore it is information, and a warning when the name looks like a slip of the pen for one that is there.`,
    beside: ["<network>\n  <name>lab</name>\n  <bridge name='virbr-lab'/>\n</network>"],
    bad: "<interface type='network'>\n  <source network='storage'/>\n</interface>",
    good: "<interface type='network'>\n  <source network='lab'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, workspace, report }) {
    const attribute = workspace && findNetworkAttribute(element);
    if (!attribute || attribute.value === 'default') return;
    if (workspace.files.filesWith('network', attribute.value).length > 0) return;
    const known = workspace.files.valuesOf('network');
    if (known.length === 0 || workspace.files.filesWith('unnamed', 'network').length > 0) return;
    const similar = findSimilar(attribute.value, known);
    const [likeliest] = similar;
    report({
      ...(likeliest !== undefined && { severity: 'warning' as const }),
      range: valueRange(attribute),
      message: `No file of this workspace defines the network ${attribute.value}. libvirt defines the guest and cannot start it if the host has no such network either. ${similar.length > 0 ? didYouMean(similar) : 'Check the name, or define the network.'}`,
      libvirtMessage: `no network with matching name '${attribute.value}'`,
      fixes: () =>
        (similar.length > 0 ? similar : known).slice(0, 10).map(name => ({
          title: `Use the network ${name}`,
          ...(name === likeliest && { preferred: true as const }),
          edits: replaceValue(document.xml, attribute, name),
        })),
    });
  },
};
