import type { Documentation } from '../documentation.ts';
import type { Body, ChildDeclaration, ElementDeclaration } from '../model.ts';
import { lazy } from '../model.ts';

const open: Body = { open: true };

/**
 * An element whose name is known and whose inside is not declared; `children` are names that are known to stand there,
 * besides anything else.
 */
export function openElement(
  name: string,
  documentation: Documentation,
  children?: readonly ChildDeclaration[],
): ElementDeclaration {
  return { name, documentation, body: children ? lazy(() => ({ open: true, children })) : () => open };
}

/** The same as a child that may stand once. */
export function openChild(
  name: string,
  documentation: Documentation,
  children?: readonly ChildDeclaration[],
): ChildDeclaration {
  return { element: openElement(name, documentation, children) };
}

/** The same as a child that may stand any number of times. */
export function openChildren(
  name: string,
  documentation: Documentation,
  children?: readonly ChildDeclaration[],
): ChildDeclaration {
  return { element: openElement(name, documentation, children), repeatable: true };
}

/** Children that are told by one sentence each. */
export function openNames(summaries: Readonly<Record<string, string>>): readonly ChildDeclaration[] {
  return Object.entries(summaries).map(([name, summary]) => openChild(name, { summary }));
}

/** The same for children that may stand any number of times. */
export function repeatedNames(summaries: Readonly<Record<string, string>>): readonly ChildDeclaration[] {
  return Object.entries(summaries).map(([name, summary]) => openChildren(name, { summary }));
}
