import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../../client/src/extension.ts';
import { closeDocuments, openDocument } from './openDocument.ts';
import { until } from './until.ts';

const FOREIGN = '<project>\n<name|\n</project>';

function api(): ExtensionApi {
  const extension = vscode.extensions.getExtension<ExtensionApi>('libvirt-xml.libvirt-xml');
  assert.ok(extension?.isActive);
  return extension.exports;
}

/** Opens a text with a cursor and waits until the server has looked at it. */
async function openKnown(marked: string, name?: string) {
  const opened = await openDocument(marked, name);
  opened.editor.selection = new vscode.Selection(opened.cursor, opened.cursor);
  await until('the kind is known', () => api().getDocumentKind(opened.document.uri) !== undefined);
  return opened;
}

const type = (text: string) => vscode.commands.executeCommand('type', { text });

function formatted(document: vscode.TextDocument): Thenable<vscode.TextEdit[] | undefined> {
  return vscode.commands.executeCommand('vscode.executeFormatDocumentProvider', document.uri, {
    tabSize: 2,
    insertSpaces: true,
  });
}

function never(): never {
  throw vscode.FileSystemError.NoPermissions();
}

/** One file of this text, whatever its name. */
function frozenFileSystem(text: string): vscode.FileSystemProvider {
  const content = new TextEncoder().encode(text);
  return {
    onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
    watch: () => new vscode.Disposable(() => {}),
    stat: () => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: content.length }),
    readDirectory: () => [],
    readFile: () => content,
    createDirectory: never,
    writeFile: never,
    delete: never,
    rename: never,
  };
}

describe('the client', () => {
  before(async () => {
    await openDocument(`<domain type='kvm'/>`);
    const { getStatus } = api();
    await until('the server runs', () => getStatus() === 'libvirt domain');
  });
  afterEach(closeDocuments);

  it('writes the end tag when a start tag is closed', async () => {
    const { document } = await openKnown(`<domain type='kvm'>\n  <devices|\n</domain>\n`);
    await type('>');
    await until('the end tag', () => document.getText().includes('<devices></devices>'));
    // Where the cursor stands is told by what is typed next; the editor's selection is reported late.
    await type('x');
    await until('what is typed inside', () => document.getText().includes('<devices>x</devices>'));
  });

  it('finishes the end tag when its slash is typed', async () => {
    const { document } = await openKnown(`<domain type='kvm'>\n  <devices><|\n</domain>\n`);
    await type('/');
    await until('the end tag', () => document.getText().includes('<devices></devices>'));
  });

  it('closes tags at every cursor', async () => {
    const { document, editor } = await openKnown(`<domain type='kvm'>\n  <cpu|\n  <cpu\n</domain>\n`);
    const below = editor.selection.active.translate(1);
    editor.selections = [...editor.selections, new vscode.Selection(below, below)];
    await type('>');
    await until('both end tags', () => document.getText().split('<cpu></cpu>').length === 3);
  });

  it('closes no tag and formats nothing in XML that is not libvirt XML', async () => {
    const { document } = await openKnown(FOREIGN, 'pom.xml');
    await type('>');
    assert.equal((await formatted(document))?.length ?? 0, 0);
    assert.equal(document.getText(), FOREIGN.replace('|', '>'));
  });

  it('offers formatting for documents that are ours', async () => {
    const { document } = await openKnown(`|<domain type='kvm'>\n<name>a</name>\n</domain>\n`);
    await until('an edit', async () => (await formatted(document))?.length === 1);
  });

  it('notices when a document becomes libvirt XML', async () => {
    const { document, editor } = await openKnown('|', 'new.xml');
    assert.equal(api().getDocumentKind(document.uri), null);
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), `<domain type='kvm'></domain>`));
    await until('its kind', () => api().getDocumentKind(document.uri)?.id === 'domain');
    assert.equal(api().getStatus(), 'libvirt domain');
  });

  it('finds nothing in a document that nobody can edit, and explains it all the same', async () => {
    const text = `<domain type='kvm'><sorce/></domain>`;
    const provider = vscode.workspace.registerFileSystemProvider('frozen', frozenFileSystem(text), {
      isReadonly: true,
    });
    const uri = vscode.Uri.parse('frozen:/guest.xml');
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await until('hover', async () => {
      const at = new vscode.Position(0, 3);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, at);
      return hovers.length > 0;
    });
    // Once a later document has its findings, those of this one would be there as well.
    const other = await openDocument(text);
    await until('findings', () => vscode.languages.getDiagnostics(other.document.uri).length > 0);
    assert.deepEqual(vscode.languages.getDiagnostics(uri), []);
    provider.dispose();
  });

  it('follows the settings', async () => {
    const { document } = await openKnown(`|<domain type='kvm'>\n<sorce/>\n</domain>\n`);
    const findings = () => vscode.languages.getDiagnostics(document.uri).length;
    const settings = vscode.workspace.getConfiguration('libvirt-xml');
    await until('findings', () => findings() > 0);
    await settings.update('validation.enabled', false, vscode.ConfigurationTarget.Global);
    await until('no findings', () => findings() === 0);
    await settings.update('validation.enabled', undefined, vscode.ConfigurationTarget.Global);
    await until('findings again', () => findings() > 0);

    await settings.update('format.enabled', false, vscode.ConfigurationTarget.Global);
    await until('no formatting', async () => !(await formatted(document))?.length);
    await settings.update('format.enabled', undefined, vscode.ConfigurationTarget.Global);
    await until('formatting again', async () => (await formatted(document))?.length);
  });

  it('changes the language of a document on request', async () => {
    const { document } = await openKnown('<domain>|</domain>', 'plain.xml');
    assert.equal(api().getStatus(), undefined);
    await vscode.commands.executeCommand('libvirt-xml.treatAsLibvirtXml');
    await until('the language', () =>
      vscode.workspace.textDocuments.some(
        ({ uri, languageId }) => uri.toString() === document.uri.toString() && languageId === 'libvirt-xml',
      ),
    );
    await until('its status', () => api().getStatus() === 'libvirt domain');
  });
});
