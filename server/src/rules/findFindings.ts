import type { BoundDocument, BoundElement } from '../binding/model.ts';
import type { Driver } from '../schema/documentation.ts';
import type { ElementDeclaration } from '../schema/model.ts';
import type { SyntaxProblem } from '../xml/problems.ts';
import { attributeValue } from '../xml/query.ts';
import type { TextRange } from '../xml/range.ts';
import type { Finding } from './finding.ts';
import type { Rule, RuleContext } from './rule.ts';

export type FindingsFinder = (document: BoundDocument) => readonly Finding[];

/** Prepares the rules given, sorted by the declarations that they look at; the result can be asked for any document. */
export function createFindingsFinder(rules: readonly Rule[]): FindingsFinder {
  const general = rules.filter(rule => rule.on === 'every element');
  const special = new Map<ElementDeclaration, Rule[]>();
  for (const rule of rules) {
    if (rule.on === 'every element') continue;
    for (const declaration of rule.on) {
      const known = special.get(declaration);
      if (known) known.push(rule);
      else special.set(declaration, [rule]);
    }
  }
  const replaced = new Map(rules.flatMap(({ code, replaces = [] }) => (replaces.length > 0 ? [[code, replaces]] : [])));
  return document => {
    if (!document.kind) return [];
    const findings = document.xml.problems.map(fromSyntax);
    if (!document.root) return findings;
    const run = createRunner(document, document.root, findings);
    const pending = [document.root];
    for (let element = pending.pop(); element; element = pending.pop()) {
      for (const rule of general) run(rule, element);
      for (const rule of special.get(element.declaration) ?? []) run(rule, element);
      for (const child of element.children.toReversed()) pending.push(child);
    }
    return withoutReplaced(findings, replaced).toSorted(
      (left, right) => left.range.start - right.range.start || left.range.end - right.range.end,
    );
  };
}

/** One mistake, one finding: drops what a finding on the same range explains better. */
function withoutReplaced(
  findings: readonly Finding[],
  replaced: ReadonlyMap<string, readonly string[]>,
): readonly Finding[] {
  const dropped = new Set(
    findings.flatMap(({ code, range }) => (replaced.get(code) ?? []).map(other => placeOf(other, range))),
  );
  return dropped.size === 0 ? findings : findings.filter(({ code, range }) => !dropped.has(placeOf(code, range)));
}

function placeOf(code: string, { start, end }: TextRange): string {
  return `${start} ${end} ${code}`;
}

function createRunner(document: BoundDocument, root: BoundElement, findings: Finding[]) {
  const driver = driverOf(root);
  return (rule: Rule, element: BoundElement): void => {
    const report: RuleContext['report'] = finding => {
      findings.push({ code: rule.code, severity: rule.severity, ...finding });
    };
    rule.check(element, { document, driver, report });
  };
}

/** By `domain/@type`, as libvirt's virDomainVirtType names them; a fragment is taken for QEMU's, who knows hotplug. */
export function driverOf(root: BoundElement): Driver {
  const type = root.declaration.name === 'domain' ? attributeValue(root.xml, 'type') : undefined;
  return DRIVER_BY_VIRT_TYPE.get(type ?? 'qemu') ?? 'qemu';
}

const DRIVER_BY_VIRT_TYPE: ReadonlyMap<string, Driver> = new Map([
  ['qemu', 'qemu'],
  ['kvm', 'qemu'],
  ['hvf', 'qemu'],
  ['lxc', 'lxc'],
  ['openvz', 'openvz'],
  ['test', 'test'],
  ['vmware', 'esx'],
  ['hyperv', 'hyperv'],
  ['vbox', 'vbox'],
  ['xen', 'xen'],
  ['bhyve', 'bhyve'],
  ['vz', 'vz'],
  ['parallels', 'vz'],
]);

function fromSyntax({ code, range, message, related, fix }: SyntaxProblem): Finding {
  return {
    code,
    severity: 'error',
    range,
    message,
    ...(related && { related: [related] }),
    ...(fix && { fixes: () => [{ ...fix, preferred: true }] }),
  };
}
