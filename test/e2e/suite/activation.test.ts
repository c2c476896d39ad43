import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../../client/src/extension.ts';
import { closeDocuments, openDocument } from './openDocument.ts';
import { until } from './until.ts';

const EXTENSION = 'libvirt-xml.libvirt-xml';

async function activeApi(): Promise<ExtensionApi> {
  const extension = vscode.extensions.getExtension<ExtensionApi>(EXTENSION);
  assert.ok(extension, `${EXTENSION} is not installed`);
  await until('the extension is active', () => extension.isActive);
  return extension.exports;
}

describe('the extension', () => {
  afterEach(closeDocuments);

  it('starts with the first XML document', async () => {
    await openDocument(`<domain type='kvm'><name>guest</name></domain>`);
    assert.ok(await activeApi());
  });

  it('shows what the document in the editor is', async () => {
    await openDocument(`<domain type='kvm'><name>guest</name></domain>`);
    const { getStatus } = await activeApi();
    await until('the status of a domain', () => getStatus() === 'libvirt domain');
    await openDocument(`<interface type='direct'><source dev='eth0' mode='bridge'/></interface>`, 'fragment.xml');
    await until('the status of a fragment', () => getStatus() === 'libvirt device fragment');
  });

  it('shows nothing for XML that is not libvirt XML', async () => {
    const { document } = await openDocument('<project><name>demo</name></project>', 'pom.xml');
    const { getDocumentKind, getStatus } = await activeApi();
    await until('the document has been looked at', () => getDocumentKind(document.uri) === null);
    assert.equal(getStatus(), undefined);
  });

  it('reads a document of the language libvirt-xml by its root alone', async () => {
    const { document } = await openDocument(`<domain/>`, 'guest.libvirt.xml');
    const { getDocumentKind } = await activeApi();
    assert.equal(document.languageId, 'libvirt-xml');
    await until('the document has been looked at', () => getDocumentKind(document.uri)?.label === 'libvirt domain');
  });
});
