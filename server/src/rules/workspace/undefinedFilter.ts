import { findSimilar } from '../../schema/datatypes/similarity.ts';
import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { builtInFilters } from '../../schema/network/builtInFilters.ts';
import { replaceValue } from '../../xml/edit.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import { selectedType } from '../interface/selectedType.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { didYouMean } from '../wording.ts';

/** A filter that neither libvirt brings along nor a file of a workspace with filters defines. */
export const undefinedFilter: Rule = {
  code: 'workspace/undefined-filter',
  severity: 'information',
  covers: ['FR03'],
  page: {
    title: 'Filter that no file of the workspace defines',
    explanation: `libvirt looks for the filter when the guest starts, and then fails: \`referenced filter … is missing\`. \`define\` says nothing.

This is said only where the workspace has \`<filter>\` documents at all, and never about the filters that libvirt brings along. The filter may be defined on the host without a file here; therefore it is information, and a warning when the name looks like a slip of the pen.`,
    beside: ["<filter name='web-only'>\n  <filterref filter='clean-traffic'/>\n</filter>"],
    bad: "<interface type='network'>\n  <source network='default'/>\n  <filterref filter='mail-relay'/>\n</interface>",
    good: "<interface type='network'>\n  <source network='default'/>\n  <filterref filter='web-only'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, workspace, report }) {
    if (!workspace || !filteredTypes.has(selectedType(element))) return;
    const filterref = findChild(element.xml, 'filterref');
    const attribute = filterref && findAttribute(filterref, 'filter');
    if (!attribute?.closed || attribute.value === '' || builtInNames.has(attribute.value)) return;
    const known = workspace.files.valuesOf('filter');
    if (known.length === 0 || known.includes(attribute.value)) return;
    if (workspace.files.filesWith('unnamed', 'filter').length > 0) return;
    const similar = findSimilar(attribute.value, [...known, ...builtInNames]);
    const [likeliest] = similar;
    report({
      ...(likeliest !== undefined && { severity: 'warning' as const }),
      range: valueRange(attribute),
      message: `No file of this workspace defines the filter ${attribute.value}, and libvirt does not bring it along. It defines the guest and cannot start it if the host has no such filter either. ${similar.length > 0 ? didYouMean(similar) : 'Check the name, or define the filter.'}`,
      libvirtMessage: `referenced filter '${attribute.value}' is missing`,
      fixes: () =>
        (similar.length > 0 ? similar : known).slice(0, 10).map(name => ({
          title: `Use the filter ${name}`,
          ...(name === likeliest && { preferred: true as const }),
          edits: replaceValue(document.xml, attribute, name),
        })),
    });
  },
};

/** libvirt does not read the filter of other interfaces. */
const filteredTypes = new Set<string | undefined>(['network', 'bridge', 'ethernet']);

const builtInNames: ReadonlySet<string> = new Set(builtInFilters.map(({ value }) => value));
