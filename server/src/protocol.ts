/**
 * What client and server share beyond LSP: the settings, and requests of our own. The only file of the server that
 * the client imports; it imports nothing.
 */

/** The section of VS Code's settings; also that of `workspace/configuration`. */
export const SETTINGS_SECTION = 'libvirt-xml';

export interface Settings {
  readonly validation: {
    readonly enabled: boolean;
    /** By the code of a finding: `error`, `warning`, `information`, `hint` or `off`. */
    readonly rules: Readonly<Record<string, string>>;
  };
  /** What documents are meant for: a release of libvirt (empty: the newest) and a driver (`auto`: by `domain/@type`). */
  readonly target: { readonly version: string; readonly hypervisor: string };
  readonly format: { readonly enabled: boolean };
  readonly completion: { readonly autoCloseTags: boolean };
  readonly hover: { readonly links: boolean; readonly pictures: boolean };
  /** How many of libvirt's files of a workspace are known to each other; 0: none. */
  readonly workspace: { readonly maxFiles: number };
}

/** The defaults; a test holds them against the manifest's. */
export const DEFAULT_SETTINGS: Settings = {
  validation: { enabled: true, rules: {} },
  target: { version: '', hypervisor: 'auto' },
  format: { enabled: true },
  completion: { autoCloseTags: true },
  hover: { links: true, pictures: true },
  workspace: { maxFiles: 5000 },
};

/** Request: what the server takes a document for. */
export const DOCUMENT_KIND_REQUEST = 'libvirt-xml/documentKind';
export interface DocumentKindParams {
  readonly uri: string;
}
/** `null`: none of ours. */
export type DocumentKindResult = { readonly id: string; readonly label: string } | null;

/** Request: the text to insert (snippet syntax) when the user has just typed `>` or `/` at a position. */
export const AUTO_CLOSE_REQUEST = 'libvirt-xml/autoClose';
export interface AutoCloseParams {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}
export type AutoCloseResult = string | null;

/** Request: what the messages of libvirt's in a text mean. */
export const EXPLAIN_REQUEST = 'libvirt-xml/explain';
export interface ExplainParams {
  /** What libvirt or virsh has printed, with any other lines around it. */
  readonly text: string;
}
/** Markdown; `null`: no message that is known. */
export type ExplainResult = string | null;

/**
 * Request: who is connected to what: the open document with this URI and what belongs to it, or all files of the
 * workspace. `null`: the document is none of ours.
 */
export const TOPOLOGY_REQUEST = 'libvirt-xml/topology';
export interface TopologyParams {
  readonly uri?: string;
}
export type TopologyResult = Topology<LineRange> | null;

/** Request: whether one place of the topology can open a connection to another, and which way it takes. */
export const TOPOLOGY_PATH_REQUEST = 'libvirt-xml/topologyPath';
export interface TopologyPathParams extends TopologyParams {
  /** Ids of domains, interfaces, the host or the outside. */
  readonly from: string;
  readonly to: string;
  /** The switch sends a frame back through the port that it came from. */
  readonly hairpin: boolean;
}
/** `null`: one of the two is not there (any more). */
export type TopologyPathResult = TopologyPath | null;

/** Lines and UTF-16 units from 0. */
export interface LineRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Domains on one side, the outside on the other, with places as `Range`. */
export interface Topology<Range> {
  readonly nodes: readonly TopologyNode<Range>[];
  readonly links: readonly TopologyLink[];
}
export type TopologyNodeKind =
  | 'domain'
  | 'network'
  | 'bridge'
  | 'device'
  | 'hostDevice'
  | 'socket'
  | 'host'
  | 'switch'
  | 'outside';
export interface TopologyNode<Range> extends TopologyEntry<Range> {
  readonly kind: TopologyNodeKind;
  /** Of a domain. */
  readonly interfaces: readonly TopologyEntry<Range>[];
  /** It is named, and none of the files defines it. */
  readonly undefined?: true;
}
/** A node, or an interface of a domain. */
export interface TopologyEntry<Range> {
  readonly id: string;
  readonly label: string;
  /** What tells it apart in a few words each: `NAT`, `virtio`, `VLAN 42`. */
  readonly details: readonly string[];
  readonly place?: TopologyPlace<Range>;
  readonly findings: readonly TopologyFinding<Range>[];
}
export interface TopologyPlace<Range> {
  readonly uri: string;
  /** What is shown when one goes there. */
  readonly range: Range;
  /** Where the cursor stands on it. */
  readonly whole: Range;
}
export interface TopologyFinding<Range> {
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  readonly uri: string;
  readonly range: Range;
}
/** From the guest's side to the outside. */
export interface TopologyLink {
  /** Id of a node or an interface. */
  readonly from: string;
  readonly to: string;
  /** The files do not say whether it is there. */
  readonly assumed?: true;
}
export interface TopologyPath {
  /** `depends`: on something that the files do not say. */
  readonly verdict: 'reaches' | 'depends' | 'blocked';
  readonly reason: string;
  readonly message: string;
  /** Ids from the first place on; where it is blocked, as far as it gets. */
  readonly path: readonly string[];
}

/** The language of documents that are ours whatever their root; `xml` documents are ours by their root. */
export const LANGUAGE_ID = 'libvirt-xml';

/** What a client may tell in `initialize` beyond its capabilities. */
export interface InitializationOptions {
  /** The client's command that opens the suggestions; some items ask for it after they are accepted. */
  readonly suggestCommand?: string;
  /** The client offers formatting for the documents that are ours and no others; the server announces none. */
  readonly registersFormatting?: boolean;
  /** The client shows images of `data:` addresses in Markdown; others may show their text, which is long. */
  readonly showsPictures?: boolean;
}

/** Names of the root elements that our documents have; a test holds them against the catalogue. */
export const ROOT_NAMES: readonly string[] = ['domain', 'interface', 'network', 'networkport'];

/** How much of a text decides whether it is looked at more closely, in UTF-16 units. */
export const LOOK_AHEAD = 10_000;

/**
 * A cheap look at the head of an `xml` document, so that foreign ones cost nothing: whether its root element has one of
 * our names. `true` as well when the root does not come within `LOOK_AHEAD`.
 */
export function mayBeLibvirt(text: string): boolean {
  const root = findRootName(text);
  return root === undefined ? text.length > LOOK_AHEAD : ROOT_NAMES.includes(root);
}

/** The name of the root element; `undefined` when it does not come within `LOOK_AHEAD`. */
export function findRootName(text: string): string | undefined {
  const head = text.slice(0, LOOK_AHEAD);
  const name = /[\w:.-]+/y;
  let index = head.indexOf('<');
  while (index !== -1) {
    name.lastIndex = index + 1;
    const root = name.exec(head)?.[0];
    if (root !== undefined && index + 1 + root.length < LOOK_AHEAD) return root;
    const end = endOfMarkup(head, index);
    index = end === -1 ? -1 : head.indexOf('<', end);
  }
  return undefined;
}

/** Behind the comment or instruction at `start`; other markup is left at its next `<`. -1: it does not end here. */
function endOfMarkup(head: string, start: number): number {
  const close = head.startsWith('<!--', start) ? '-->' : head.startsWith('<?', start) ? '?>' : undefined;
  if (close === undefined) return start + 1;
  const end = head.indexOf(close, start + 2);
  return end === -1 ? -1 : end + close.length;
}
