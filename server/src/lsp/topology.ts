import type { Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type LineRange,
  TOPOLOGY_PATH_REQUEST,
  TOPOLOGY_REQUEST,
  type Topology,
  type TopologyEntry,
  type TopologyParams,
  type TopologyPathParams,
  type TopologyPathResult,
  type TopologyPlace,
  type TopologyResult,
} from '../protocol.ts';
import type { Finding } from '../rules/finding.ts';
import type { LanguageService } from '../service.ts';
import type { FileFacts } from '../workspace/model.ts';
import { findLinePosition } from '../xml/lines.ts';
import type { TextRange } from '../xml/range.ts';
import type { Documents } from './documents.ts';
import { normalizeFileUri } from './fileUri.ts';
import type { FindingOptionsOf } from './findingOptions.ts';
import type { Guard } from './guard.ts';
import { RequestType } from './languageServer.ts';
import type { SettingsStore } from './settings.ts';
import type { Workspace } from './workspace.ts';

const topologyRequest = new RequestType<TopologyParams, TopologyResult, void>(TOPOLOGY_REQUEST);
const topologyPathRequest = new RequestType<TopologyPathParams, TopologyPathResult, void>(TOPOLOGY_PATH_REQUEST);

interface Parts {
  readonly connection: Connection;
  readonly service: LanguageService;
  readonly documents: Documents;
  readonly settings: SettingsStore;
  readonly workspace: Workspace;
  readonly guard: Guard;
  readonly findingOptions: FindingOptionsOf;
}

/** Answers who is connected to what, and who reaches whom, from what is typed at this moment. */
export function registerTopology(parts: Parts): void {
  const { connection, service, guard } = parts;
  connection.onRequest(topologyRequest, ({ uri }, token) =>
    guard<TopologyResult>(
      TOPOLOGY_REQUEST,
      null,
      async () => {
        const files = findFiles(parts, uri);
        if (!files) return null;
        const { graph } = service.buildTopology(files);
        return toLines(service.placeFindings(graph, await findFindings(parts, files)), files);
      },
      token,
    ),
  );
  connection.onRequest(topologyPathRequest, ({ uri, from, to, hairpin }, token) =>
    guard<TopologyPathResult>(
      TOPOLOGY_PATH_REQUEST,
      null,
      () => {
        const files = findFiles(parts, uri);
        return (files && service.findPath(service.buildTopology(files), from, to, { hairpin })) ?? null;
      },
      token,
    ),
  );
}

/** The files to draw: what belongs to a document, or all of the workspace and what has no file yet. */
function findFiles(parts: Parts, uri: string | undefined): readonly FileFacts[] | undefined {
  const { documents, workspace, service } = parts;
  const all = workspace.currentFiles();
  if (uri === undefined) {
    const unsaved = documents.all().filter(document => document.uri.startsWith('untitled:'));
    return [...all.files(), ...unsaved.flatMap(document => readFacts(parts, document) ?? [])];
  }
  const document = documents.get(uri);
  const facts = document && readFacts(parts, document);
  return facts && service.selectFiles(facts, all);
}

function readFacts({ documents, service }: Parts, document: TextDocument): FileFacts | undefined {
  const bound = documents.bind(document);
  return bound && service.readFacts(normalizeFileUri(document.uri) ?? document.uri, bound.xml);
}

/** Of the files that are open: the others are facts only, without a text to check. */
async function findFindings(
  { documents, settings, service, findingOptions }: Parts,
  files: readonly FileFacts[],
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const drawn = new Set(files.map(({ uri }) => uri));
  const findings = new Map<string, readonly Finding[]>();
  for (const document of documents.all()) {
    const uri = normalizeFileUri(document.uri) ?? document.uri;
    if (!drawn.has(uri)) continue;
    const current = await settings.get(document.uri);
    const bound = current.validation.enabled ? documents.bind(document) : undefined;
    if (bound) findings.set(uri, service.findFindings(bound, findingOptions(current, document)));
  }
  return findings;
}

/** Offsets as lines, by the line starts of the files that they stand in. */
function toLines(topology: Topology<TextRange>, files: readonly FileFacts[]): Topology<LineRange> {
  const starts = new Map(files.map(({ uri, lineStarts }) => [uri, lineStarts]));
  const toLineRange = (uri: string, { start, end }: TextRange): LineRange => ({
    start: findLinePosition(starts.get(uri) ?? [0], start),
    end: findLinePosition(starts.get(uri) ?? [0], end),
  });
  const convertPlace = ({ uri, range, whole }: TopologyPlace<TextRange>): TopologyPlace<LineRange> => ({
    uri,
    range: toLineRange(uri, range),
    whole: toLineRange(uri, whole),
  });
  const convert = ({ id, label, details, place, findings }: TopologyEntry<TextRange>): TopologyEntry<LineRange> => ({
    id,
    label,
    details,
    ...(place && { place: convertPlace(place) }),
    findings: findings.map(finding => ({ ...finding, range: toLineRange(finding.uri, finding.range) })),
  });
  const nodes = topology.nodes.map(node => ({
    ...convert(node),
    kind: node.kind,
    interfaces: node.interfaces.map(convert),
    ...(node.undefined && { undefined: node.undefined }),
  }));
  return { nodes, links: topology.links };
}
