import type { Limit } from './limit.ts';
import type { Body, ElementDeclaration } from './model.ts';

/** Every limit that is declared anywhere below the elements given. Builds the whole catalogue: for rare use. */
export function findLimits(roots: readonly ElementDeclaration[]): readonly Limit[] {
  const limits = new Set<Limit>();
  const seen = new Set<ElementDeclaration>(roots);
  const pending = [...roots];
  const visit = (body: Body) => {
    for (const { limit, type } of body.attributes ?? []) {
      if (limit) limits.add(limit);
      for (const value of [...(type.values ?? []), ...(type.unlisted ?? [])]) if (value.limit) limits.add(value.limit);
    }
    for (const { limit, element } of body.children ?? []) {
      if (limit) limits.add(limit);
      if (!seen.has(element)) {
        seen.add(element);
        pending.push(element);
      }
    }
    for (const { cases } of body.variants ?? []) for (const build of Object.values(cases)) visit(build());
  };
  for (let element = pending.pop(); element; element = pending.pop()) {
    const body = element.body?.();
    if (body) visit(body);
  }
  return [...limits];
}
