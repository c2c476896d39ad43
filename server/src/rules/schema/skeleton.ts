import { createBodyResolver } from '../../binding/effectiveBody.ts';
import type { AttributeDeclaration, ElementDeclaration } from '../../schema/model.ts';
import type { Generator } from '../finding.ts';

/** Required parts nest a few levels at most; a declaration that required itself would otherwise never end. */
const DEPTH = 4;

/** A value that a user can start from: fresh where it must be, else the declared sample or the first one offered. */
export function sampleValue(declared: AttributeDeclaration, generator: Generator): string {
  if (declared.sample !== undefined) return declared.sample;
  if (declared.type.generate) return generator[declared.type.generate]();
  return declared.type.values?.[0]?.value ?? '';
}

/** The markup of an element with all that is required of it, on one line. */
export function skeleton(declaration: ElementDeclaration, generator: Generator): string {
  return build(declaration, generator, DEPTH);
}

function build(declaration: ElementDeclaration, generator: Generator, depth: number): string {
  const values = new Map<string, string>();
  const resolveBody = createBodyResolver();
  const resolve = () => resolveBody(declaration, name => values.get(name));
  // A value chosen can select a variant that requires more.
  for (let before = -1; before < values.size; ) {
    before = values.size;
    for (const attribute of resolve().attributes.values()) {
      if (attribute.required && !values.has(attribute.name)) {
        values.set(attribute.name, sampleValue(attribute, generator));
      }
    }
  }
  const attributes = [...values].map(([name, value]) => ` ${name}='${value}'`).join('');
  const children = depth === 0 ? [] : [...resolve().children.values()].filter(child => child.required);
  const content = children.map(child => build(child.element, generator, depth - 1)).join('');
  return content === ''
    ? `<${declaration.name}${attributes}/>`
    : `<${declaration.name}${attributes}>${content}</${declaration.name}>`;
}
