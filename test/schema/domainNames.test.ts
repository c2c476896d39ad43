import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DOMParser, type Element, type Node } from '@xmldom/xmldom';
import { expect, test } from 'vitest';
import { domain } from '../../server/src/schema/domain/domain.ts';
import type { ElementDeclaration } from '../../server/src/schema/model.ts';

const FOLDER = resolve('../shared/oracle/libvirt-12.8.0');
const absence = existsSync(FOLDER)
  ? undefined
  : "skipped: libvirt's schemas (../shared/oracle) are not beside this tree";
if (absence !== undefined) console.log(absence);

/** Named patterns of a RELAX NG schema, from the files that make up the one of `<domain>`. */
type Patterns = ReadonlyMap<string, readonly Element[]>;

function readPatterns(): Patterns {
  const patterns = new Map<string, Element[]>();
  for (const file of [
    'basictypes',
    'cputypes',
    'cpu',
    'storagecommon',
    'networkcommon',
    'sysinfocommon',
    'domaincommon',
  ]) {
    const text = readFileSync(resolve(FOLDER, `${file}.rng`), 'utf8');
    for (const define of new DOMParser().parseFromString(text, 'application/xml').getElementsByTagName('define')) {
      const name = define.getAttribute('name') ?? '';
      patterns.set(name, [...(patterns.get(name) ?? []), define]);
    }
  }
  return patterns;
}

/** The elements that a pattern allows next, by name; `*` behind the name when there may be several. */
function nextElements(pattern: Element, patterns: Patterns): ReadonlyMap<string, readonly Element[]> {
  const found = new Map<string, Element[]>();
  const repeated = new Set<string>();
  const visit = (node: Element, many: boolean, within: ReadonlySet<string>): void => {
    for (const child of node.childNodes) {
      if (!isElement(child)) continue;
      const name = child.getAttribute('name') ?? '';
      if (child.localName === 'element') {
        if (name === '') continue;
        found.set(name, [...(found.get(name) ?? []), child]);
        if (many) repeated.add(name);
      } else if (child.localName === 'ref') {
        if (within.has(name)) continue;
        for (const target of patterns.get(name) ?? []) visit(target, many, new Set([...within, name]));
      } else if (child.localName !== 'attribute') {
        visit(child, many || (child.localName ?? '').endsWith('OrMore'), within);
      }
    }
  };
  visit(pattern, false, new Set());
  return new Map([...found].map(([name, elements]) => [repeated.has(name) ? `${name}*` : name, elements]));
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function declaredNames(element: ElementDeclaration): readonly string[] {
  const children = element.body?.().children ?? [];
  return children.map(child => child.element.name.replace(/^.*:/, '') + (child.repeatable ? '*' : ''));
}

test.skipIf(absence !== undefined)(
  "every name of the first two levels of <domain> is known, as in libvirt's schema",
  () => {
    const patterns = readPatterns();
    const [contents] = patterns.get('domaincontents') ?? [];
    expect(contents).toBeDefined();
    const first = contents ? nextElements(contents, patterns) : new Map<string, readonly Element[]>();
    expect([...new Set(declaredNames(domain))].toSorted()).toEqual([...first.keys()].toSorted());
    for (const { element } of domain.body?.().children ?? []) {
      // What stands inside a namespace of a driver or of an application is its own matter.
      if (element.namespace !== undefined || element.name === 'metadata') continue;
      const second = (first.get(element.name) ?? first.get(`${element.name}*`) ?? []).flatMap(pattern => [
        ...nextElements(pattern, patterns).keys(),
      ]);
      expect({ in: element.name, names: declaredNames(element).toSorted() }).toEqual({
        in: element.name,
        names: [...new Set(second)].toSorted(),
      });
    }
  },
);
