import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeDocuments, openDocument } from './openDocument.ts';
import { until } from './until.ts';

/** The findings of a document once it has `count` of them. */
function findings(document: vscode.TextDocument, count: number): Promise<vscode.Diagnostic[]> {
  return until(`${count} findings`, () => {
    const found = vscode.languages.getDiagnostics(document.uri);
    return found.length === count && found;
  });
}

const direct = (attributes: string) => `<domain type='kvm'>
  <name>guest</name>
  <devices>
    <interface type='direct'>
      ${attributes}
      <model type='virtio'/>
    </interface>
  </devices>
</domain>
`;

describe('in the editor', () => {
  afterEach(closeDocuments);

  it('marks a wrong value, and the value only', async () => {
    const { document } = await openDocument(direct(`<source dev='lab0' mode='brigde'/>`));
    const [finding] = await findings(document, 1);
    assert.ok(finding);
    assert.equal(document.getText(finding.range), 'brigde');
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(finding.source, 'libvirt');
    assert.match(finding.message, /brigde/);
  });

  it('links a finding to its page in the package', async () => {
    const { document } = await openDocument(direct(`<source dev='lab0' mode='brigde'/>`));
    const [finding] = await findings(document, 1);
    assert.ok(finding && typeof finding.code === 'object');
    const page = await vscode.workspace.fs.readFile(finding.code.target);
    assert.ok(new TextDecoder().decode(page).includes(String(finding.code.value)));
  });

  it('follows what is typed', async () => {
    const { document, editor, cursor } = await openDocument(direct(`<source dev='lab0' mode='|bridge'/>`));
    assert.ok(await editor.edit(edit => edit.insert(cursor, 'x')));
    await findings(document, 1);
    await vscode.commands.executeCommand('undo');
    await findings(document, 0);
  });

  it('offers the macvtap modes, each with what it does', async () => {
    const { document, cursor } = await openDocument(direct(`<source dev='lab0' mode='|`));
    const items = await until('completion', async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        cursor,
        "'",
        10,
      );
      return list.items.length > 0 && list.items;
    });
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.deepEqual(labels.toSorted(), ['bridge', 'passthrough', 'private', 'vepa']);
    for (const { documentation } of items) {
      const text = typeof documentation === 'string' ? documentation : documentation?.value;
      assert.ok(text && text.length > 20);
    }
  });

  it('explains a mode on hover', async () => {
    const { document, cursor } = await openDocument(direct(`<source dev='lab0' mode='ve|pa'/>`));
    const hovers = await until('hover', async () => {
      const all = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        cursor,
      );
      return all.length > 0 && all;
    });
    const text = hovers.flatMap(({ contents }) => contents.map(part => (typeof part === 'string' ? part : part.value)));
    assert.match(text.join('\n'), /vepa/);
    // Who reaches whom is a table.
    assert.match(text.join('\n'), /\|\s*-/);
  });

  it('mends a value with its preferred quick fix, and saves it', async () => {
    const { document } = await openDocument(direct(`<source dev='lab0' mode='brigde'/>`));
    const [finding] = await findings(document, 1);
    assert.ok(finding);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      finding.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const preferred = actions.find(({ isPreferred }) => isPreferred);
    assert.ok(preferred?.edit, actions.map(({ title }) => title).join(', '));
    assert.ok(await vscode.workspace.applyEdit(preferred.edit));
    await findings(document, 0);
    assert.ok(await document.save());
    assert.equal(readFileSync(document.uri.fsPath, 'utf8'), direct(`<source dev='lab0' mode='bridge'/>`));
  });

  it('mends all that is safe with Fix All', async () => {
    const { document } = await openDocument(
      direct(`<source dev='lab0' mode='private'/><virtualport type='802.1Qbh' profileid='finance'/>`),
    );
    await until('findings', () => vscode.languages.getDiagnostics(document.uri).length > 0);
    await vscode.commands.executeCommand('editor.action.fixAll');
    await until('the parameter is moved', () => document.getText().includes(`<parameters profileid='finance'/>`));
    await findings(document, 0);
  });

  it('formats', async () => {
    const { document } = await openDocument(
      `<domain type='kvm'>\n<name>guest</name>\n      <devices>\n  </devices>\n</domain>\n`,
    );
    await until('formatting', async () => {
      await vscode.commands.executeCommand('editor.action.formatDocument');
      return document.isDirty;
    });
    assert.match(
      document.getText(),
      /^<domain type='kvm'>\n {2}<name>guest<\/name>\n {2}<devices>\n {2}<\/devices>\n<\/domain>\n$/,
    );
  });

  it('outlines a document, its interfaces by what tells them apart', async () => {
    const { document } = await openDocument(
      direct(`<mac address='52:54:00:11:22:33'/><source dev='lab0' mode='vepa'/>`),
    );
    const symbols = await until('symbols', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return found && found.length > 0 && found;
    });
    const names = flatten(symbols).map(({ name, detail }) => `${name} ${detail}`);
    assert.ok(
      names.some(name => name.includes('lab0') && name.includes('52:54:00:11:22:33')),
      names.join('\n'),
    );
  });

  it('leaves XML alone that is not libvirt XML', async () => {
    const { document, cursor } = await openDocument(
      '<project>\n  <interface type="nonsense"><|\n</project>\n',
      'pom.xml',
    );
    const { document: own } = await openDocument(direct(`<source dev='lab0' mode='brigde'/>`), 'own.xml');
    // When the server has come to the later document it has been at the earlier one.
    await findings(own, 1);
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      cursor,
    );
    assert.ok(list.items.every(({ kind }) => kind === vscode.CompletionItemKind.Text));
  });

  it('comes back after a restart', async () => {
    const { document } = await openDocument(direct(`<source dev='lab0' mode='brigde'/>`));
    await findings(document, 1);
    await vscode.commands.executeCommand('libvirt-xml.restartServer');
    await findings(document, 1);
    const { document: other } = await openDocument(direct(`<source dev='lab0' mode='vepaa'/>`), 'other.xml');
    await findings(other, 1);
  });
});

function flatten(symbols: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] {
  return symbols.flatMap(symbol => [symbol, ...flatten(symbol.children)]);
}
