import { characters } from '../../../datatypes/characters.ts';
import type { Datatype, ValueDeclaration } from '../../../datatypes/datatype.ts';
import type { ElementDeclaration } from '../../../model.ts';
import { lazy } from '../../../model.ts';
import { builtInFilters } from '../../../network/builtInFilters.ts';

/** An XML name without colon. */
const ncName: Datatype = {
  label: 'filter name',
  values: builtInFilters,
  check: value => {
    if (/^[\p{L}_][\p{L}\p{M}\p{N}_.·-]*$/u.test(value)) return undefined;
    const advice = 'write letters, digits and _ - . that begin with a letter or _';
    if (value.trim() === '') return { code: 'value/bad-format', message: `is empty: ${advice}` };
    return {
      code: 'value/bad-format',
      message: `cannot be read as a filter name: ${advice}`,
      replacements: [
        value
          .trim()
          .replaceAll(/[^\p{L}\p{M}\p{N}_.·-]+/gu, '-')
          .replace(/^(?![\p{L}_])/u, '_'),
      ],
    };
  },
};

/** What the variables of the built-in filters mean, and what libvirt reads besides. */
const variableNames: readonly ValueDeclaration[] = [
  {
    value: 'IP',
    documentation: { summary: 'IPv4 address of the guest, repeated for several; else libvirt learns it.' },
  },
  {
    value: 'CTRL_IP_LEARNING',
    documentation: {
      summary: 'How libvirt learns the address of the guest: `any`, `dhcp` or `none`.',
      default: '`any`',
    },
  },
  ...builtInFilters
    .flatMap(({ variables = [] }) => variables)
    .filter(({ name }, index, all) => all.findIndex(other => other.name === name) === index)
    .map(({ name, summary }): ValueDeclaration => ({ value: name, documentation: { summary } })),
];

/** A variable of a filter. */
export const filterParameter: ElementDeclaration = {
  name: 'parameter',
  documentation: {
    summary: 'Gives a value to a variable of the filter; repeated with one name it makes a list.',
    details: 'libvirt fills in MAC, and IP as far as it learns the address.',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'name',
        required: true,
        sample: 'IP',
        documentation: { summary: 'Name of the variable, such as IP, CTRL_IP_LEARNING or DHCPSERVER.' },
        type: characters({
          label: 'variable name',
          allowed: /[a-zA-Z0-9_]/,
          allowedText: 'letters, digits and _',
          values: variableNames,
        }),
      },
      {
        name: 'value',
        required: true,
        sample: '192.0.2.10',
        documentation: { summary: 'Its value; libvirt skips the parameter silently if it has other characters.' },
        type: characters({
          label: 'variable value',
          allowed: /[a-zA-Z0-9_.:]/,
          allowedText: 'letters, digits and _ . :',
        }),
      },
    ],
  })),
};

/** The network filter of an interface. */
export const filterref: ElementDeclaration = {
  name: 'filterref',
  documentation: {
    summary: 'Filters the traffic of the guest by a set of rules that libvirt keeps under a name.',
    details: '`virsh nwfilter-list` lists the filters. Not possible together with a virtual port.',
    since: '0.8.0',
    drivers: ['qemu', 'lxc', 'ch'],
    page: 'formatdomain.html#traffic-filtering-with-nwfilter',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'filter',
        required: true,
        sample: 'clean-traffic',
        documentation: { summary: 'Name of the filter, which must exist when the guest starts.' },
        type: ncName,
      },
    ],
    children: [{ element: filterParameter, repeatable: true }],
  })),
};
