import { replaceValue } from '../../xml/edit.ts';
import { attributeValue, findAttribute } from '../../xml/query.ts';
import type { XmlDocument } from '../../xml/tree.ts';
import type { Fix } from '../finding.ts';
import { listNames } from '../wording.ts';
import type { OtherPlace } from './otherPlace.ts';

/** How many other values a message or a list of fixes offers for the attribute that decides. */
const OFFERED = 3;

/** `type='bridge', this <interface> is type='direct'`: where a name belongs, and why it does not belong here. */
export function describePlace(place: OtherPlace): string {
  const { decider, attribute, values } = place;
  const all = values.length > OFFERED * 2 ? [...values.slice(0, OFFERED), 'others'] : values;
  const belongs = `${attribute}=${listNames(
    all.map(value => (value === 'others' ? value : `'${value}'`)),
    'or',
  )}`;
  const written = attributeValue(decider, attribute);
  const here =
    written === undefined
      ? `this <${decider.name}> has no ${attribute}`
      : `this <${decider.name}> has ${attribute}='${written}'`;
  return `${belongs}; ${here}`;
}

/** Fixes that give the deciding attribute one of the values under which the name would be right. */
export function changeDecider(document: XmlDocument, place: OtherPlace): readonly Fix[] {
  const attribute = findAttribute(place.decider, place.attribute);
  if (!attribute) return [];
  return place.values.slice(0, OFFERED).map(
    (value): Fix => ({
      title: `Change ${place.attribute} to '${value}'`,
      edits: replaceValue(document, attribute, value),
    }),
  );
}
