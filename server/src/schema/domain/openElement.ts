import type { Documentation } from '../documentation.ts';
import type { Body, ChildDeclaration, ElementDeclaration } from '../model.ts';

const open: Body = { open: true };

/** An element whose name is known and whose inside is not declared. */
export function openElement(name: string, documentation: Documentation): ElementDeclaration {
  return { name, documentation, body: () => open };
}

/** The same as a child that may stand once. */
export function openChild(name: string, documentation: Documentation): ChildDeclaration {
  return { element: openElement(name, documentation) };
}

/** The same as a child that may stand any number of times. */
export function openChildren(name: string, documentation: Documentation): ChildDeclaration {
  return { element: openElement(name, documentation), repeatable: true };
}
