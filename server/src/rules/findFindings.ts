import type { BoundDocument } from '../binding/model.ts';
import type { ElementDeclaration } from '../schema/model.ts';
import type { WorkspaceAround } from '../workspace/model.ts';
import type { Template } from '../xml/placeholders.ts';
import type { SyntaxProblem } from '../xml/problems.ts';
import type { TextRange } from '../xml/range.ts';
import { applyControl, type Severities } from './control/applyControl.ts';
import { dropUncertain } from './control/dropUncertain.ts';
import type { Finding, Severity } from './finding.ts';
import type { Rule, RuleContext } from './rule.ts';
import { syntaxCodes } from './syntax/syntaxCodes.ts';
import { resolveTarget, type Target } from './target.ts';

/** What a document is judged by, besides its own text. */
export interface FindingOptions {
  /** What it is meant for; the newest libvirt and the hypervisor of its `domain/@type` where nothing is said. */
  readonly target?: Partial<Target>;
  /** Codes that are to have another severity, or to be passed over. */
  readonly severities?: Severities;
  /** The files around it; without them nothing is said about what another file may have. */
  readonly workspace?: WorkspaceAround;
}

export type FindingsFinder = (document: BoundDocument, options?: FindingOptions) => readonly Finding[];

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
  return (document, options = {}) => {
    if (!document.kind) return [];
    const findings = document.xml.problems.map(fromSyntax);
    if (!document.root) return findings;
    const contextOf = createContexts(document, options, findings);
    const withContext = (rule: Rule): RuleWithContext => ({ rule, context: contextOf(rule) });
    const generalWithContext = general.map(withContext);
    const specialWithContext = new Map<ElementDeclaration, readonly RuleWithContext[]>();
    const specialOf = (declaration: ElementDeclaration): readonly RuleWithContext[] => {
      let own = specialWithContext.get(declaration);
      if (!own) specialWithContext.set(declaration, (own = (special.get(declaration) ?? []).map(withContext)));
      return own;
    };
    const { template } = document.xml;
    const pending = [document.root];
    for (let element = pending.pop(); element; element = pending.pop()) {
      for (const { rule, context } of generalWithContext) rule.check(element, context);
      for (const { rule, context } of specialOf(element.declaration)) {
        if (template) runCertain(template, findings, () => rule.check(element, context));
        else rule.check(element, context);
      }
      for (const child of element.children) pending.push(child);
    }
    const certain = dropUncertain(document.xml, withoutReplaced(findings, replaced));
    return applyControl(document.xml, certain, options.severities ?? {}, isAlone(options.workspace)).toSorted(
      (left, right) => left.range.start - right.range.start || left.range.end - right.range.end,
    );
  };
}

interface RuleWithContext {
  readonly rule: Rule;
  readonly context: RuleContext;
}

/** Whether no other file is known. */
function isAlone(workspace: WorkspaceAround | undefined): boolean {
  for (const { uri } of workspace?.files.files() ?? []) if (uri !== workspace?.uri) return false;
  return true;
}

/** Runs a check; what it reports after it has read a template's placeholder is a guess, and is forgotten. */
function runCertain(template: Template, findings: Finding[], check: () => void): void {
  const before = findings.length;
  const reads = template.reads();
  check();
  if (template.reads() !== reads) findings.length = before;
}

/** One mistake, one finding: drops what a finding on the same range explains better. */
function withoutReplaced(
  findings: readonly Finding[],
  replaced: ReadonlyMap<string, readonly string[]>,
): readonly Finding[] {
  const dropped = new Set(
    findings.flatMap(({ code, range, alsoOn = [] }) =>
      (replaced.get(code) ?? []).flatMap(other => [range, ...alsoOn].map(place => placeOf(other, place))),
    ),
  );
  return dropped.size === 0 ? findings : findings.filter(({ code, range }) => !dropped.has(placeOf(code, range)));
}

function placeOf(code: string, { start, end }: TextRange): string {
  return `${start} ${end} ${code}`;
}

/** The context of each rule, made once a document: there are many more elements than rules. */
function createContexts(
  document: BoundDocument,
  options: FindingOptions,
  findings: Finding[],
): (rule: Rule) => RuleContext {
  const target = resolveTarget(document.root, options.target);
  const contexts = new Map<Rule, RuleContext>();
  return rule => {
    let context = contexts.get(rule);
    if (!context) {
      const { code, severity } = rule;
      context = {
        document,
        ...target,
        workspace: options.workspace,
        report: finding => findings.push({ code, severity, ...finding }),
      };
      contexts.set(rule, context);
    }
    return context;
  };
}

const syntaxSeverity: ReadonlyMap<string, Severity> = new Map(
  syntaxCodes.map(({ code, severity }) => [code, severity]),
);

function fromSyntax({ code, range, message, related, fix }: SyntaxProblem): Finding {
  return {
    code,
    severity: syntaxSeverity.get(code) ?? 'error',
    range,
    message,
    ...(related && { related: [related] }),
    ...(fix && { fixes: () => [{ ...fix, preferred: true }] }),
  };
}
