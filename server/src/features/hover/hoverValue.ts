import type { BoundElement } from '../../binding/model.ts';
import { findPicture } from '../../pictures/findPicture.ts';
import { parseCInteger } from '../../schema/datatypes/cInteger.ts';
import type { Datatype, ValueDeclaration } from '../../schema/datatypes/datatype.ts';
import type { XmlAttribute } from '../../xml/tree.ts';
import { embedPicture } from '../embedPicture.ts';
import { escapeMarkup, inlineCode, joinParagraphs, renderDocumentation, renderLink } from '../renderDocumentation.ts';
import { hoverAttribute, pageOf } from './hoverAttribute.ts';
import type { HoverOptions } from './hoverOptions.ts';
import { describePlace } from './placeNote.ts';
import { renderLimit } from './renderLimit.ts';

/** What a value means: its own words where the values are listed, else those of its attribute. */
export function hoverValue(
  element: BoundElement,
  written: XmlAttribute,
  { links, pictures }: HoverOptions,
): string | undefined {
  const attribute = element.body.attributes.get(written.name);
  const declared = attribute && findDeclared(attribute.type, written.value);
  if (!attribute || !declared) {
    return joinParagraphs([
      attribute && describeStoredNumber(attribute.type, written.value),
      hoverAttribute(element, written, links),
    ]);
  }
  const picture = pictures ? findPicture(element, written.name, written.value) : undefined;
  const page = declared.documentation.page ?? pageOf(element, attribute);
  return joinParagraphs([
    `**${inlineCode(`${written.name}='${written.value}'`)}** of ${describePlace(element)}`,
    declared.limit && renderLimit(declared.limit),
    picture && embedPicture(picture),
    renderDocumentation(declared.documentation),
    `${inlineCode(written.name)}: ${escapeMarkup(attribute.documentation.summary)}`,
    links ? renderLink(page) : undefined,
  ]);
}

function findDeclared(type: Datatype, written: string): ValueDeclaration | undefined {
  return [...(type.values ?? []), ...(type.unlisted ?? [])].find(({ value }) => value === written);
}

/** What libvirt makes of a number that it reads as C does; `undefined` when it is stored as it is written. */
function describeStoredNumber(type: Datatype, text: string): string | undefined {
  const value = readsAsC(type) ? parseCInteger(text) : undefined;
  const digits = text.trim();
  if (value === undefined || digits === String(value)) return undefined;
  const why = /^0[0-9]/.test(digits) ? 'octal, by its leading zero' : 'hexadecimal';
  return `${inlineCode(digits)} is ${why}: libvirt stores **${value}**.`;
}

/** Numbers that may be hexadecimal are those that libvirt reads in base 0. */
function readsAsC(type: Datatype): boolean {
  return type.check('0x1') === undefined && type.check('x') !== undefined;
}
