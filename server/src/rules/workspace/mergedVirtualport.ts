import type { BoundElement } from '../../binding/model.ts';
import { parseCInteger } from '../../schema/datatypes/cInteger.ts';
import { normalizeUuid } from '../../workspace/fileFacts.ts';
import type { VirtualportFacts } from '../../workspace/model.ts';
import { readVirtualport } from '../../workspace/networkFacts.ts';
import type { UsedNetwork } from './usedNetwork.ts';

/** The virtual port that an interface gets: its own, the network's and the port group's put together at start. */
export interface MergedVirtualport {
  readonly own: VirtualportFacts | undefined;
  readonly type: string | undefined;
  readonly parameters: Readonly<Record<string, string>>;
  /** What the interface says otherwise than the network or the port group does. */
  readonly conflict: Conflict | undefined;
}

export interface Conflict {
  /** Of `<parameters>`; `type` is that of `<virtualport>`. */
  readonly attribute: string;
  readonly own: string;
  readonly other: string;
  readonly place: VirtualportFacts;
}

/** The order of `virNetDevVPortProfileMerge`, which names the first difference. */
const compared = ['managerid', 'typeid', 'typeidversion', 'instanceid', 'interfaceid', 'profileid'];

/** Puts the three together as `virNetDevVPortProfileMerge3` does: the later ones only fill gaps. */
export function mergeVirtualports(element: BoundElement, { network, portgroup }: UsedNetwork): MergedVirtualport {
  const own = readVirtualport(element.xml);
  const others = [network.virtualport, portgroup?.virtualport].filter(part => part !== undefined);
  const parts = own ? [own, ...others] : others;
  return {
    own,
    type: parts.find(({ type }) => type !== undefined)?.type,
    parameters: Object.assign({}, ...parts.toReversed().map(({ parameters }) => parameters)),
    conflict: own && others.map(other => findConflict(own, other)).find(conflict => conflict !== undefined),
  };
}

function findConflict(own: VirtualportFacts, place: VirtualportFacts): Conflict | undefined {
  if (own.type !== undefined && place.type !== undefined && own.type !== place.type) {
    return { attribute: 'type', own: own.type, other: place.type, place };
  }
  for (const attribute of compared) {
    const [one, other] = [own.parameters[attribute], place.parameters[attribute]];
    if (one && other && identity(attribute, one) !== identity(attribute, other)) {
      return { attribute, own: one, other, place };
    }
  }
  return undefined;
}

/** Numbers count, not their spelling; UUIDs likewise. */
function identity(attribute: string, value: string): string {
  switch (attribute) {
    case 'profileid':
      return value;
    case 'instanceid':
    case 'interfaceid':
      return normalizeUuid(value);
    default:
      return String(parseCInteger(value) ?? value);
  }
}
