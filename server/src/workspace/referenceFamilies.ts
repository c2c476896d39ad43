import type { NamedThing } from './model.ts';

/**
 * Values that name the same thing: where one stands, the others are worth seeing. Each place is written as
 * `parent/element/@attribute`, with `*` for any parent, or as `parent/element` where the name is the element's text.
 */
export interface ReferenceFamily {
  /** What is named, where it can be defined in a place of its own: gone to, found and renamed from there. */
  readonly thing?: NamedThing;
  /** It is defined in another file than it is referred to. */
  readonly acrossFiles?: true;
  /** Where the thing gets its name. */
  readonly definitions?: readonly string[];
  /** Where it is referred to. */
  readonly references?: readonly string[];
  /** Values that differ in upper and lower case only are the same. */
  readonly ignoreCase?: true;
}

const referenceFamilies: readonly ReferenceFamily[] = [
  { thing: 'alias', definitions: ['*/alias/@name'], references: ['*/teaming/@persistent'] },
  { definitions: ['iothreads/iothread/@id', 'iothreadids/iothread/@id'], references: ['disk/driver/@iothread'] },
  { definitions: ['interface/mac/@address'], ignoreCase: true },
  { definitions: ['interface/target/@dev'] },
  { definitions: ['disk/target/@dev'] },
  { definitions: ['*/boot/@order'] },
  { thing: 'network', acrossFiles: true, definitions: ['network/name'], references: ['interface/source/@network'] },
  {
    thing: 'portgroup',
    acrossFiles: true,
    definitions: ['network/portgroup/@name'],
    references: ['interface/source/@portgroup'],
  },
  { references: ['interface/source/@bridge'] },
  { references: ['interface/source/@dev'] },
  { thing: 'filter', acrossFiles: true, definitions: ['/filter/@name'], references: ['*/filterref/@filter'] },
  { references: ['virtualport/parameters/@profileid'] },
  { references: ['virtualport/parameters/@interfaceid'], ignoreCase: true },
  { references: ['virtualport/parameters/@instanceid'], ignoreCase: true },
  { references: ['disk/source/@pool', 'filesystem/source/@pool'] },
  { references: ['*/secret/@uuid'], ignoreCase: true },
];

export interface ReferencePlace {
  readonly family: ReferenceFamily;
  readonly role: 'definition' | 'reference';
}

const places: ReadonlyMap<string, ReferencePlace> = new Map(
  referenceFamilies.flatMap(family => [
    ...placesOf(family, family.definitions, 'definition'),
    ...placesOf(family, family.references, 'reference'),
  ]),
);

function placesOf(
  family: ReferenceFamily,
  written: readonly string[] | undefined,
  role: ReferencePlace['role'],
): readonly (readonly [string, ReferencePlace])[] {
  return (written ?? []).map(place => [place, { family, role }]);
}

/** What the value of an attribute names, by the attribute's place; of an element's text where no attribute is given. */
export function findReferencePlace(
  parent: string | undefined,
  element: string,
  attribute?: string,
): ReferencePlace | undefined {
  const own = attribute === undefined ? element : `${element}/@${attribute}`;
  return places.get(`${parent ?? ''}/${own}`) ?? places.get(`*/${own}`);
}

/** The names of attributes, and of elements with a text, at which a thing may be named: a cheap look before the exact one. */
export const namingAttributes: ReadonlySet<string> = new Set(lastNames('@'));
export const namingElements: ReadonlySet<string> = new Set(lastNames(''));

function lastNames(prefix: '@' | ''): readonly string[] {
  return referenceFamilies
    .filter(({ thing }) => thing !== undefined)
    .flatMap(({ definitions = [], references = [] }) => [...definitions, ...references])
    .map(place => place.slice(place.lastIndexOf('/') + 1))
    .filter(name => name.startsWith('@') === (prefix === '@'))
    .map(name => name.slice(prefix.length));
}
