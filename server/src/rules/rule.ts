import type { BoundDocument, BoundElement } from '../binding/model.ts';
import type { ElementDeclaration } from '../schema/model.ts';
import type { WorkspaceAround } from '../workspace/model.ts';
import type { Finding, Severity } from './finding.ts';
import type { Target } from './target.ts';

/** What docs/rules/ says about a code; the examples are run by the tests. */
export interface RulePage {
  /** One line for the index: `Parameter that this virtualport type does not take`. */
  readonly title: string;
  /** Markdown: why it is wrong, what libvirt does, which message it prints, what to write. */
  readonly explanation: string;
  /** Markup that has exactly this finding (and no other error), and the same mended. Whole documents or device fragments. */
  readonly bad: string;
  readonly good: string;
  /** Other files of the workspace that the examples stand beside. */
  readonly beside?: readonly string[];
  /** The libvirt release that the examples are meant for, when it is not the newest. */
  readonly target?: string;
}

/** What is known of a finding's code: settings, suppressions and pages hang on it. */
export interface CodeDescription {
  /** Stable and readable: `virtualport/missing-parameter`. */
  readonly code: string;
  readonly severity: Severity;
  /** Ids of the facts table (rules.json) that it covers. */
  readonly covers: readonly string[];
  readonly page: RulePage;
}

/** One thing that libvirt means; checks that the catalogue drives look at every element. */
export interface Rule extends CodeDescription {
  /** The declarations whose elements it looks at. */
  readonly on: readonly ElementDeclaration[] | 'every element';
  /** Codes of the catalogue's findings that this rule explains better: on the same range only its own finding stays. */
  readonly replaces?: readonly string[];
  readonly check: (element: BoundElement, context: RuleContext) => void;
}

export interface RuleContext extends Target {
  readonly document: BoundDocument;
  /** What is known of the other files; `undefined` where a document is judged alone. */
  readonly workspace: WorkspaceAround | undefined;
  /** Code and severity are the rule's own unless given. */
  readonly report: (
    finding: Omit<Finding, 'code' | 'severity'> & { readonly code?: string; readonly severity?: Severity },
  ) => void;
}
