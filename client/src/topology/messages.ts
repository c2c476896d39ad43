import type { LineRange, Topology, TopologyPathResult } from '../../../server/src/protocol.ts';

/** What is drawn: one document, or all of the workspace. */
export type Scope = 'document' | 'workspace';

/** To the page. */
export type PageMessage =
  | {
      readonly type: 'topology';
      readonly topology: Topology<LineRange>;
      readonly scope: Scope;
      /** The name of the document, or that of the workspace. */
      readonly title: string;
    }
  /** There is nothing to draw; the text says why. */
  | { readonly type: 'empty'; readonly scope: Scope; readonly message: string }
  /** What the cursor stands on in the text; nothing without an `id`. */
  | { readonly type: 'current'; readonly id?: string }
  /** The answers to `ask`, there and back. */
  | { readonly type: 'paths'; readonly there: TopologyPathResult; readonly back: TopologyPathResult };

/** From the page. */
export type PageRequest =
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly id: string }
  | { readonly type: 'scope'; readonly scope: Scope }
  | { readonly type: 'ask'; readonly from: string; readonly to: string; readonly hairpin: boolean }
  | { readonly type: 'export'; readonly svg: string };
