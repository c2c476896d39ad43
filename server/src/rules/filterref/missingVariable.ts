import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { variablesOf } from '../../schema/network/builtInFilters.ts';
import { insertChild, quoteStyle } from '../../xml/edit.ts';
import { attributeValue, findAttribute, findChild, findChildren } from '../../xml/query.ts';
import { selectedType } from '../interface/selectedType.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { listNames } from '../wording.ts';

/** libvirt does not read the filter of other types. */
const filteredTypes = new Set<string | undefined>(['network', 'bridge', 'ethernet']);

/** A filter of libvirt's own that cannot do without a parameter. */
export const missingVariable: Rule = {
  code: 'filterref/missing-variable',
  severity: 'error',
  covers: ['FR07'],
  page: {
    title: 'Filter that needs a parameter',
    explanation: `A filter can have variables. libvirt fills in \`MAC\`, and \`IP\` as far as it learns the address from the traffic; all others must be given by \`<parameter>\`. \`define\` does not look, and the start of the guest fails: \`Cannot instantiate filter due to unresolvable variables or unavailable list elements: GATEWAY_MAC\`.

Of the filters that libvirt brings along, \`clean-traffic-gateway\` needs \`GATEWAY_MAC\`, \`allow-dhcp-server\` and \`allow-dhcpv6-server\` need \`DHCPSERVER\`, and \`no-ipv6-spoofing\` needs \`IPV6\`. What filters of your own need is not known here.`,
    bad: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <filterref filter='clean-traffic-gateway'/>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <filterref filter='clean-traffic-gateway'>\n    <parameter name='GATEWAY_MAC' value='52:54:00:00:00:01'/>\n  </filterref>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, report }) {
    const filterref = filteredTypes.has(selectedType(element)) ? findChild(element.xml, 'filterref') : undefined;
    const filter = filterref && findAttribute(filterref, 'filter');
    if (!filterref || !filter?.closed) return;
    const given = new Set(findChildren(filterref, 'parameter').map(parameter => attributeValue(parameter, 'name')));
    const missing = variablesOf(filter.value).filter(({ name }) => !given.has(name));
    if (missing.length === 0) return;
    const names = listNames(
      missing.map(({ name }) => name),
      'and',
    );
    report({
      range: valueRange(filter),
      message: `The filter ${filter.value} needs the parameter ${names}. libvirt defines the guest and cannot start it. Add ${missing.map(({ name }) => `<parameter name='${name}' value='…'/>`).join(' and ')}.`,
      libvirtMessage: `Cannot instantiate filter due to unresolvable variables or unavailable list elements: ${missing.map(({ name }) => name).join(', ')}`,
      fixes: () => {
        const quote = quoteStyle(document.xml, filterref);
        const parameters = missing.map(
          ({ name, sample }) => `<parameter name=${quote}${name}${quote} value=${quote}${sample}${quote}/>`,
        );
        return [
          {
            title: `Add the parameter ${names}`,
            preferred: true,
            edits: insertChild(document.xml, filterref, parameters.join('\n')),
          },
        ];
      },
    });
  },
};
