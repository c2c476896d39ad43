import type { LintEnvironment } from '../../server/src/cli/environment.ts';
import { explain } from '../../server/src/cli/explain.ts';
import { lint } from '../../server/src/cli/lint.ts';
import { runCommandLine } from '../../server/src/cli/runCommandLine.ts';
import type { FindingOptions } from '../../server/src/rules/findFindings.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import type { LanguageService } from '../../server/src/service.ts';

export interface CliRun {
  readonly exitCode: number;
  readonly output: string;
  readonly error: string;
}

export interface CliWorld {
  /** Files by name; a `-` is standard input. A code stands for the system error that reading gives. */
  readonly files?: Readonly<Record<string, string | Uint8Array | { readonly code: string }>>;
  /** The files of folders, by the folder's name. */
  readonly folders?: Readonly<Record<string, readonly string[]>>;
  /** What the service finds in a text; `undefined` when the document is none of libvirt's. */
  readonly find?: (text: string, options?: FindingOptions) => readonly Finding[] | undefined;
  /** The text of the configuration file that stands beside every file. */
  readonly configuration?: string;
  readonly colour?: boolean;
  readonly width?: number;
  /** Pieces of output after which the reader is gone. */
  readonly outputCloses?: number;
}

/** Runs the command line in a world of the test's own making. */
export async function runCli(args: readonly string[], world: CliWorld = {}): Promise<CliRun> {
  let output = '';
  let error = '';
  let pieces = 0;
  const environment: LintEnvironment = {
    version: '1.2.3',
    readFile: path => readFrom(world, path),
    listFolder: async path => world.folders?.[path],
    findConfiguration: () =>
      world.configuration === undefined ? undefined : { path: '/lab/.libvirt-xml.json', text: world.configuration },
    readStdin: async () => readFrom(world, '-'),
    writeOutput: async text => {
      if (pieces++ >= (world.outputCloses ?? Number.POSITIVE_INFINITY)) return false;
      output += text;
      return true;
    },
    writeError: async text => {
      error += text;
      return true;
    },
    colour: world.colour ?? false,
    width: world.width ?? 80,
    pageUrl: code => (code.startsWith('known/') ? `file:///pages/${code}.md` : undefined),
    service: createFakeService(world.find ?? (() => [])),
    generator: { uuid: () => 'fresh-uuid', mac: () => '52:54:00:00:00:01' },
  };
  const exitCode = await runCommandLine(args, {
    ...environment,
    runExplain: message =>
      explain(message, {
        ...environment,
        explain: text => (text.includes('known') ? `# ${text}\n\nYes.\n` : undefined),
      }),
    runLint: options => lint(options, environment),
    runLanguageServer: () => {
      output += 'language server';
    },
  });
  return { exitCode, output, error };
}

function readFrom({ files = {} }: CliWorld, name: string): Uint8Array {
  const content = files[name] ?? { code: 'ENOENT' };
  if (typeof content === 'string') return Buffer.from(content);
  if (content instanceof Uint8Array) return content;
  throw Object.assign(new Error(`${content.code}: what the system says`), content);
}

/** A service that parses nothing: the command line only passes documents on. */
function createFakeService(find: NonNullable<CliWorld['find']>): LanguageService {
  return {
    parse: text => {
      const kind = find(text) === undefined ? undefined : FAKE_KIND;
      const xml = { text, children: [], root: undefined, problems: [] };
      return { xml, kind, claimed: false, root: undefined, bound: unused };
    },
    findFindings: (document, options) => find(document.xml.text, options) ?? [],
    doComplete: unused,
    doAutoClose: unused,
    doHover: unused,
    findCodeActions: unused,
    findFixAll: unused,
    findSymbols: unused,
    findFoldingRanges: unused,
    findSelectionRanges: unused,
    findLinkedRanges: unused,
    findHighlights: unused,
    readFacts: () => undefined,
    findDefinition: unused,
    findReferences: unused,
    prepareRename: unused,
    findRenameEdits: unused,
    findWorkspaceSymbols: unused,
    buildTopology: unused,
    findPath: unused,
    selectFiles: unused,
    placeFindings: unused,
    explain: unused,
    format: unused,
  };
}

function unused(): never {
  throw new Error('not for the command line');
}

const FAKE_KIND = {
  id: 'domain',
  label: 'libvirt domain',
  root: { name: 'domain', documentation: { summary: 'A guest.' } },
  matches: () => true,
} as const;
