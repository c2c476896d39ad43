import { createBodyResolver } from '../../binding/effectiveBody.ts';
import type { Datatype } from '../../schema/datatypes/datatype.ts';
import type { AttributeDeclaration, ElementDeclaration } from '../../schema/model.ts';
import type { Generator } from '../finding.ts';
import { findUsualParts } from './usualParts.ts';

/** Required parts nest a few levels at most; a declaration that required itself would otherwise never end. */
const DEPTH = 4;

/** A value that a user can start from: fresh where it must be, else the declared sample or the first one offered. */
export function sampleValue(declared: AttributeDeclaration, generator: Generator): string {
  if (declared.sample !== undefined) return declared.sample;
  if (declared.type.generate) return generator[declared.type.generate]();
  return declared.type.values?.[0]?.value ?? '';
}

/**
 * The markup of an element with all that is required of it and what it is nearly always written with; children on lines of their own, indented by two blanks.
 * `within` is the case that the element around it has chosen, such as the type of the interface.
 */
export function skeleton(declaration: ElementDeclaration, generator: Generator, within: string | undefined): string {
  return build(declaration, generator, within, DEPTH);
}

function build(
  declaration: ElementDeclaration,
  generator: Generator,
  within: string | undefined,
  depth: number,
): string {
  const values = new Map<string, string>();
  const resolveBody = createBodyResolver();
  const resolve = () => resolveBody(declaration, name => values.get(name));
  const isUsual = (name: string) =>
    findUsualParts(declaration.name, [within, ...values.values()]).some(parts => parts.attributes?.includes(name));
  // A value chosen can select a variant that requires more.
  for (let before = -1; before < values.size; ) {
    before = values.size;
    for (const attribute of resolve().attributes.values()) {
      if (values.has(attribute.name) || !(attribute.required || isUsual(attribute.name))) continue;
      values.set(attribute.name, sampleValue(attribute, generator));
    }
  }
  const attributes = [...values].map(([name, value]) => ` ${name}='${value}'`).join('');
  const children = depth === 0 ? [] : [...resolve().children.values()].filter(child => child.required);
  if (children.length === 0) {
    const text = sampleText(declaration.name, resolve().text, generator);
    return text === undefined
      ? `<${declaration.name}${attributes}/>`
      : `<${declaration.name}${attributes}>${text}</${declaration.name}>`;
  }
  const lines = children.flatMap(child => build(child.element, generator, within, depth - 1).split('\n'));
  return [`<${declaration.name}${attributes}>`, ...lines.map(line => `  ${line}`), `</${declaration.name}>`].join('\n');
}

/** The text of a new element; `undefined` where none can stand or none is known. */
function sampleText(name: string, type: Datatype | undefined, generator: Generator): string | undefined {
  const usual = findUsualParts(name, []).find(({ text }) => text !== undefined)?.text;
  return type && (usual ?? (type.generate && generator[type.generate]()));
}
