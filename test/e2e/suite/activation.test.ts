import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeDocuments, openDocument } from './openDocument.ts';
import { until } from './until.ts';

const EXTENSION = 'libvirt-xml.libvirt-xml';

describe('activation', () => {
  afterEach(closeDocuments);

  it('starts with the first XML document', async () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    assert.ok(extension, `${EXTENSION} is not installed`);
    await openDocument('<domain type="kvm"/>');
    await until('the extension is active', () => extension.isActive);
  });
});
