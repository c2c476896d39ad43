import { createBodyResolver } from '../../server/src/binding/effectiveBody.ts';
import type { EffectiveBody } from '../../server/src/binding/model.ts';
import type { AttributeDeclaration, Body, ElementDeclaration } from '../../server/src/schema/model.ts';

/** An element as a test builds it. */
export interface Node {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Node[];
  readonly text?: string;
}

/** One element of the catalogue with its deciding attributes chosen, in a document that is valid but for it. */
export interface Place {
  /** Names from the root of the fragment down, with the choices: `interface[type=direct]/source`. */
  readonly path: string;
  readonly declaration: ElementDeclaration;
  readonly body: EffectiveBody;
  /** The element with all that is required of it. */
  readonly node: Node;
  /** The whole fragment with this element replaced. */
  readonly wrap: (node: Node) => Node;
}

const resolveBody = createBodyResolver();

/** A value that the attribute takes: the declared sample, the first of its values, or one for its generator. */
export function sampleOf({ sample, type }: AttributeDeclaration): string {
  const generated = { uuid: '3c1b9a51-5c3f-4a3e-9b0e-0c6d2f7c1a11', mac: '52:54:00:12:34:56' };
  return sample ?? type.values?.[0]?.value ?? (type.generate ? generated[type.generate] : '1');
}

/** The element with these attributes and everything that is then required. */
export function minimal(declaration: ElementDeclaration, chosen: ReadonlyMap<string, string>): Node {
  const attributes = new Map(chosen);
  const resolve = () => resolveBody(declaration, name => attributes.get(name));
  for (let before = -1; before < attributes.size; ) {
    before = attributes.size;
    for (const attribute of resolve().attributes.values()) {
      if (attribute.required && !attributes.has(attribute.name)) attributes.set(attribute.name, sampleOf(attribute));
    }
  }
  const { children, text } = resolve();
  return {
    name: declaration.name,
    attributes,
    children: [...children.values()].filter(child => child.required).map(child => minimal(child.element, new Map())),
    ...(text && { text: '1' }),
  };
}

/**
 * Every element that can stand inside `declaration`, itself first, under every choice of the deciding attributes. What
 * can stand inside itself is entered once.
 */
export function* walkPlaces(
  declaration: ElementDeclaration,
  path = '',
  wrap: (node: Node) => Node = node => node,
  around: readonly ElementDeclaration[] = [],
): Generator<Place> {
  if (around.includes(declaration)) return;
  for (const chosen of choices(declaration.body?.() ?? {})) {
    const node = minimal(declaration, chosen);
    const body = resolveBody(declaration, name => node.attributes.get(name));
    const label = [...chosen].map(([name, value]) => `[${name}=${value}]`).join('');
    const here = `${path}${path && '/'}${declaration.name}${label}`;
    yield { path: here, declaration, body, node, wrap };
    for (const { element } of body.children.values()) {
      const others = node.children.filter(other => other.name !== element.name);
      const wrapChild = (child: Node) => wrap({ ...node, children: [...others, child] });
      yield* walkPlaces(element, here, wrapChild, [...around, declaration]);
    }
  }
}

/** The ways to choose the deciding attributes: each value of each of them. */
function choices(body: Body): readonly ReadonlyMap<string, string>[] {
  const sets = body.variants ?? [];
  return sets.length === 0
    ? [new Map()]
    : sets.flatMap(({ attribute, cases }) => Object.keys(cases).map(value => new Map([[attribute, value]])));
}

export function withAttribute(node: Node, name: string, value: string): Node {
  return { ...node, attributes: new Map(node.attributes).set(name, value) };
}

export function withoutAttribute(node: Node, name: string): Node {
  const attributes = new Map(node.attributes);
  attributes.delete(name);
  return { ...node, attributes };
}

export function serialize(node: Node): string {
  const attributes = [...node.attributes].map(([name, value]) => ` ${name}="${escape(value)}"`).join('');
  const content = (node.text === undefined ? '' : escape(node.text)) + node.children.map(serialize).join('');
  return `<${node.name}${attributes}>${content}</${node.name}>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"\n\t]/g, character => `&#${character.charCodeAt(0)};`);
}

/** A whole guest with this one device. */
export function inDomain(device: string): string {
  return `<domain type="kvm"><name>guest</name><memory>1048576</memory><os><type>hvm</type></os><devices>${device}</devices></domain>`;
}
