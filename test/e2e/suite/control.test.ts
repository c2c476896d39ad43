import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { closeDocuments, openDocument } from './openDocument.ts';
import { until } from './until.ts';

const codes = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).map(({ code }) => diagnosticCode(code));

function diagnosticCode(code: vscode.Diagnostic['code']): unknown {
  return typeof code === 'object' ? code.value : code;
}

describe('what the user says', () => {
  afterEach(closeDocuments);

  it('stands in a file beside the documents', async () => {
    const text = `<interface type='direct'>\n  <source dev='eth0'/>\n</interface>\n`;
    const { document } = await openDocument(text);
    await until('the finding', () => codes(document.uri).includes('source/missing-mode'));
    const configuration = join(dirname(document.uri.fsPath), '.libvirt-xml.json');
    writeFileSync(configuration, '{ "rules": { "source/missing-mode": "off" } }');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(2, 0), ' ');
    await vscode.workspace.applyEdit(edit);
    await until('no finding', () => !codes(document.uri).includes('source/missing-mode'));
  });

  it('is checked in that file', async () => {
    const { document } = await openDocument('{ "rules": { "source/missing-mode": "of" } }', '.libvirt-xml.json');
    await until('a finding of the schema', () => vscode.languages.getDiagnostics(document.uri).length === 1);
  });

  it('is written as a comment by a quick fix', async () => {
    const { document } = await openDocument(`<interface type='direct'>\n  <source dev='eth0'/>\n</interface>\n`);
    await until('the finding', () => codes(document.uri).includes('source/missing-mode'));
    const range = new vscode.Range(1, 3, 1, 9);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
    const action = actions.find(({ title }) => title === 'Suppress source/missing-mode for this <source>');
    assert.ok(action?.edit);
    await vscode.workspace.applyEdit(action.edit);
    await until('no finding', () => !codes(document.uri).includes('source/missing-mode'));
    assert.match(document.getText(), /<!-- libvirt-xml-disable-next-element source\/missing-mode -->\n {2}<source/);
  });
});

describe('an error of libvirt', () => {
  afterEach(closeDocuments);

  it('is explained from the selection, on a page', async () => {
    const message = `error: XML error: extra managerid unsupported in <virtualport type='openvswitch'>`;
    const { editor, document } = await openDocument(`$ virsh define guest.xml\n${message}\n`, 'terminal.txt');
    editor.selection = new vscode.Selection(new vscode.Position(0, 0), document.positionAt(document.getText().length));
    const pages: vscode.TextDocument[] = [];
    const opened = vscode.workspace.onDidOpenTextDocument(page => {
      if (page.uri.scheme === 'libvirt-xml-explanation') pages.push(page);
    });
    await vscode.commands.executeCommand('libvirt-xml.explainError');
    await until('the preview', () =>
      vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.includes('libvirt error.md'))),
    );
    await until('the explanation', () => pages.some(page => page.getText().includes('virtualport/extra-parameter')));
    opened.dispose();
  });
});
