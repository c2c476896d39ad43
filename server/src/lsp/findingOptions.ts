import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Settings } from '../protocol.ts';
import { readOptions } from '../rules/control/readOptions.ts';
import type { FindingOptions } from '../rules/findFindings.ts';
import type { Workspace } from './workspace.ts';

export type FindingOptionsOf = (settings: Settings, document: TextDocument) => FindingOptions;

/**
 * What a document is judged by: the settings, and the files around it. As long as neither changes, the result is one
 * object, so that the service recognizes it.
 */
export function createFindingOptions(workspace: Workspace): FindingOptionsOf {
  const bySettings = new WeakMap<Settings, FindingOptions>();
  const byDocument = new WeakMap<
    TextDocument,
    { readonly settings: Settings; readonly version: number; readonly options: FindingOptions }
  >();
  const read = (settings: Settings): FindingOptions => {
    let options = bySettings.get(settings);
    if (!options) {
      const { target, validation } = settings;
      options = readOptions({ ...target, rules: validation.rules });
      bySettings.set(settings, options);
    }
    return options;
  };
  return (settings, document) => {
    const known = byDocument.get(document);
    const version = workspace.version();
    if (known?.settings === settings && known.version === version) return known.options;
    const around = workspace.around(document);
    const options = { ...read(settings), ...(around && { workspace: around }) };
    byDocument.set(document, { settings, version, options });
    return options;
  };
}
