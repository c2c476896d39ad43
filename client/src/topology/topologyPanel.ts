import * as vscode from 'vscode';
import {
  type LineRange,
  TOPOLOGY_PATH_REQUEST,
  TOPOLOGY_REQUEST,
  type TopologyEntry,
  type TopologyParams,
  type TopologyPathParams,
  type TopologyPathResult,
  type TopologyResult,
} from '../../../server/src/protocol.ts';
import type { DocumentKinds } from '../documentKinds.ts';
import type { LanguageServer } from '../languageServer.ts';
import type { PageMessage, PageRequest, Scope } from './messages.ts';
import { renderTopologyPage } from './topologyPage.ts';

/** Pause after a change, in milliseconds, before the picture follows. */
const DELAY = 150;

interface Parts {
  readonly server: LanguageServer;
  readonly kinds: DocumentKinds;
  readonly extensionUri: vscode.Uri;
}

export interface TopologyPanel extends vscode.Disposable {
  /** Opens it beside the editor, or brings it to the front. */
  readonly show: () => Promise<void>;
}

/** The one panel that draws who is connected to what; it exists while it is open. */
export function createTopologyPanel(parts: Parts): TopologyPanel {
  let open: { readonly panel: vscode.WebviewPanel; readonly view: View } | undefined;
  return {
    show: async () => {
      await parts.server.client.start();
      const editor = vscode.window.activeTextEditor;
      if (open) {
        open.panel.reveal(undefined, true);
        open.view.follow(editor);
        return;
      }
      const panel = vscode.window.createWebviewPanel(
        'libvirt-xml.topology',
        'Network Topology',
        { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
        { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(parts.extensionUri, 'dist')] },
      );
      const view = startView(parts, panel);
      open = { panel, view };
      view.follow(editor);
      panel.onDidDispose(() => {
        view.dispose();
        open = undefined;
      });
      panel.webview.html = renderTopologyPage(panel.webview, parts.extensionUri);
    },
    dispose: () => open?.panel.dispose(),
  };
}

interface View extends vscode.Disposable {
  /** Draws the document of this editor, if it is one of ours, else the workspace. */
  readonly follow: (editor: vscode.TextEditor | undefined) => void;
}

function startView({ server, kinds }: Parts, panel: vscode.WebviewPanel): View {
  /** What the user has asked for; until then the document, if there is one. */
  let chosen: Scope | undefined;
  let document: vscode.TextDocument | undefined;
  let drawn: TopologyResult = null;
  let current: string | undefined;
  let timer: NodeJS.Timeout | undefined;

  const scopeNow = (): Scope => chosen ?? (document ? 'document' : 'workspace');
  const post = (message: PageMessage) => panel.webview.postMessage(message);
  const params = (): TopologyParams =>
    scopeNow() === 'document' && document ? { uri: server.client.code2ProtocolConverter.asUri(document.uri) } : {};
  const update = async () => {
    const scope = scopeNow();
    if (scope === 'document' && !document) {
      void post({ type: 'empty', scope, message: 'Open a domain or a network of libvirt to see its topology.' });
      return;
    }
    const topology = await server.request<TopologyResult>(TOPOLOGY_REQUEST, params());
    // Not answered: the next change asks again.
    if (topology === undefined) return;
    drawn = topology;
    if (!topology || topology.nodes.every(({ kind }) => kind === 'host' || kind === 'outside')) {
      void post({ type: 'empty', scope, message: emptyMessages[scope] });
      return;
    }
    const title = scope === 'document' && document ? vscode.workspace.asRelativePath(document.uri) : workspaceName();
    void post({ type: 'topology', topology, scope, title });
    current = undefined;
    showCurrent(vscode.window.activeTextEditor);
  };
  const updateLater = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void update(), DELAY);
  };
  const follow = (editor: vscode.TextEditor | undefined) => {
    const ours = editor && kinds.get(editor.document.uri) ? editor.document : undefined;
    if (ours && ours !== document) {
      document = ours;
      if (scopeNow() === 'document') updateLater();
    }
    showCurrent(editor);
  };
  const showCurrent = (editor: vscode.TextEditor | undefined) => {
    if (!editor) return;
    const id = findEntryAt(drawn, editor)?.id;
    if (id === current) return;
    current = id;
    void post({ type: 'current', ...(id !== undefined && { id }) });
  };
  const answer = async (from: string, to: string, hairpin: boolean) => {
    const ask = (ends: { readonly from: string; readonly to: string }) =>
      server.request<TopologyPathResult>(TOPOLOGY_PATH_REQUEST, {
        ...params(),
        ...ends,
        hairpin,
      } satisfies TopologyPathParams);
    const [there, back] = await Promise.all([ask({ from, to }), ask({ from: to, to: from })]);
    void post({ type: 'paths', there: there ?? null, back: back ?? null });
  };
  const receive = (request: PageRequest) => {
    switch (request.type) {
      case 'scope':
        chosen = request.scope;
        void update();
        break;
      case 'open':
        void openPlace(drawn, request.id);
        break;
      case 'ask':
        void answer(request.from, request.to, request.hairpin);
        break;
      case 'export':
        void saveSvg(request.svg);
        break;
      default:
        void update();
    }
  };

  const files = vscode.workspace.createFileSystemWatcher('**/*.xml');
  const listeners = vscode.Disposable.from(
    files,
    files.onDidChange(updateLater),
    files.onDidCreate(updateLater),
    files.onDidDelete(updateLater),
    kinds.onDidChange(() => {
      follow(vscode.window.activeTextEditor);
      updateLater();
    }),
    server.onDidChangeState(updateLater),
    panel.webview.onDidReceiveMessage(receive),
    vscode.window.onDidChangeActiveTextEditor(editor => editor && follow(editor)),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => showCurrent(textEditor)),
    vscode.workspace.onDidChangeTextDocument(event => {
      if (event.contentChanges.length > 0 && kinds.get(event.document.uri)) updateLater();
    }),
  );
  return {
    follow,
    dispose: () => {
      clearTimeout(timer);
      listeners.dispose();
    },
  };
}

const emptyMessages: Readonly<Record<Scope, string>> = {
  document: 'This document has no network interface and is no network.',
  workspace: 'The workspace has no domain and no network of libvirt.',
};

function workspaceName(): string {
  return vscode.workspace.name ?? 'open documents';
}

/** The innermost node or interface around the cursor. */
function findEntryAt(topology: TopologyResult, editor: vscode.TextEditor): TopologyEntry<LineRange> | undefined {
  const uri = editor.document.uri.toString();
  const isAt = ({ place }: TopologyEntry<LineRange>) =>
    place !== undefined &&
    vscode.Uri.parse(place.uri).toString() === uri &&
    toRange(place.whole).contains(editor.selection.active);
  const node = topology?.nodes.find(isAt);
  return node?.interfaces.find(isAt) ?? node;
}

async function openPlace(topology: TopologyResult, id: string): Promise<void> {
  const entry = topology?.nodes.flatMap(node => [node, ...node.interfaces]).find(other => other.id === id);
  if (!entry?.place) return;
  const uri = vscode.Uri.parse(entry.place.uri);
  const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const { start } = toRange(entry.place.range);
  const editor = await vscode.window.showTextDocument(uri, {
    viewColumn: shown?.viewColumn ?? vscode.window.tabGroups.all[0]?.viewColumn ?? vscode.ViewColumn.One,
    selection: new vscode.Range(start, start),
  });
  editor.revealRange(toRange(entry.place.whole), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function toRange({ start, end }: LineRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

async function saveSvg(svg: string): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = await vscode.window.showSaveDialog({
    filters: { SVG: ['svg'] },
    title: 'Export the topology',
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, 'topology.svg') }),
  });
  if (uri) await vscode.workspace.fs.writeFile(uri, Buffer.from(svg));
}
