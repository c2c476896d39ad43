import { requiredParameters } from '../virtualport/parameters.ts';

/** What an element is nearly always written with although libvirt's schema does not demand it. */
export interface UsualParts {
  readonly element: string;
  /** The case that the element itself or the one around it has chosen, such as the type of the virtual port; absent: any. */
  readonly selected?: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly string[];
  /** Text to start from. */
  readonly text?: string;
  /** Without content, although children may stand in it. */
  readonly empty?: true;
}

const interfaceParts: readonly UsualParts[] = [
  { element: 'source', selected: 'direct', attributes: ['mode'] },
  { element: 'model', attributes: ['type'] },
  { element: 'virtualport', attributes: ['type'] },
  { element: 'bandwidth', children: ['inbound', 'outbound'] },
  { element: 'inbound', attributes: ['average'] },
  { element: 'outbound', attributes: ['average'] },
  { element: 'coalesce', children: ['rx'] },
  { element: 'rx', children: ['frames'] },
  { element: 'frames', attributes: ['max'] },
  { element: 'portForward', children: ['range'] },
  { element: 'tune', children: ['sndbuf'] },
  { element: 'sndbuf', text: '65536' },
  { element: 'name', text: 'new-name' },
  { element: 'hostname', text: 'host' },
  { element: 'backend', attributes: ['type'] },
  { element: 'teaming', attributes: ['type'] },
  { element: 'driver', empty: true },
  { element: 'filterref', empty: true },
  { element: 'address', empty: true },
  { element: 'address', selected: 'pci', attributes: ['domain', 'bus', 'slot', 'function'] },
  { element: 'port', attributes: ['isolated'] },
];

const networkParts: readonly UsualParts[] = [
  { element: 'forward', attributes: ['mode'] },
  { element: 'bridge', attributes: ['name'] },
  { element: 'ip', attributes: ['netmask'] },
  { element: 'dhcp', children: ['range'] },
  { element: 'forwarder', attributes: ['addr'] },
  { element: 'srv', attributes: ['target', 'port'] },
];

/** What libvirt demands of a virtual port itself. */
const virtualportParts: readonly UsualParts[] = Object.entries(requiredParameters)
  .filter(([, attributes]) => attributes.length > 0)
  .flatMap(([selected, attributes]) => [
    { element: 'virtualport', selected, children: ['parameters'] },
    { element: 'parameters', selected, attributes },
  ]);

const usualParts: readonly UsualParts[] = [...interfaceParts, ...networkParts, ...virtualportParts];

/** A new element brings these beside the required ones, as far as they are allowed in its place. */
export function findUsualParts(element: string, cases: readonly (string | undefined)[]): readonly UsualParts[] {
  return usualParts.filter(
    parts => parts.element === element && (parts.selected === undefined || cases.includes(parts.selected)),
  );
}
