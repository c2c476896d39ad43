/**
 * Attributes whose values name the same thing: where one stands, the others are worth seeing. Each place is written
 * as `parent/element/@attribute`, with `*` for any parent.
 */
export interface ReferenceFamily {
  /** Where the thing gets its name. */
  readonly definitions?: readonly string[];
  /** Where it is referred to. */
  readonly references?: readonly string[];
  /** Values that differ in upper and lower case only are the same. */
  readonly ignoreCase?: true;
}

const referenceFamilies: readonly ReferenceFamily[] = [
  { definitions: ['*/alias/@name'], references: ['*/teaming/@persistent'] },
  { definitions: ['iothreads/iothread/@id', 'iothreadids/iothread/@id'], references: ['disk/driver/@iothread'] },
  { definitions: ['interface/mac/@address'], ignoreCase: true },
  { definitions: ['interface/target/@dev'] },
  { definitions: ['disk/target/@dev'] },
  { definitions: ['*/boot/@order'] },
  { references: ['interface/source/@network'] },
  { references: ['interface/source/@portgroup'] },
  { references: ['interface/source/@bridge'] },
  { references: ['interface/source/@dev'] },
  { references: ['interface/filterref/@filter'] },
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

/** What an attribute's value names, by the attribute's place. */
export function findReferencePlace(
  parent: string | undefined,
  element: string,
  attribute: string,
): ReferencePlace | undefined {
  return places.get(`${parent ?? ''}/${element}/@${attribute}`) ?? places.get(`*/${element}/@${attribute}`);
}
