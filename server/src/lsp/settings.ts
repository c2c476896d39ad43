import type { Connection } from 'vscode-languageserver';
import { DEFAULT_SETTINGS, SETTINGS_SECTION, type Settings } from '../protocol.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import { DidChangeConfigurationNotification } from './languageServer.ts';

/** The settings that hold for a document, as the editor has them. */
export interface SettingsStore {
  readonly get: (uri: string) => Promise<Settings>;
  readonly forget: (uri: string) => void;
  /** Called once the client is ready to be asked. */
  readonly start: () => void;
  readonly onDidChange: (listener: () => void) => void;
}

export function createSettingsStore(connection: Connection, client: () => ClientFeatures): SettingsStore {
  const byUri = new Map<string, Promise<Settings>>();
  const listeners: (() => void)[] = [];
  // Editors that cannot be asked may still send their settings along with the change.
  let sent: Settings = DEFAULT_SETTINGS;

  const ask = async (uri: string): Promise<Settings> => {
    try {
      return readSettings(await connection.workspace.getConfiguration({ scopeUri: uri, section: SETTINGS_SECTION }));
    } catch (error) {
      connection.console.error(`The settings could not be read, the defaults hold: ${String(error)}`);
      return DEFAULT_SETTINGS;
    }
  };

  connection.onDidChangeConfiguration(({ settings }) => {
    byUri.clear();
    sent = readSettings(isRecord(settings) ? settings[SETTINGS_SECTION] : undefined);
    for (const listener of listeners) listener();
  });

  return {
    get: uri => {
      if (!client().configuration) return Promise.resolve(sent);
      let settings = byUri.get(uri);
      if (settings === undefined) {
        settings = ask(uri);
        byUri.set(uri, settings);
      }
      return settings;
    },
    forget: uri => {
      byUri.delete(uri);
    },
    start: () => {
      if (!client().registersConfigurationChanges) return;
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION })
        .catch((error: unknown) => connection.console.warn(`Changes of settings are not announced: ${String(error)}`));
    },
    onDidChange: listener => {
      listeners.push(listener);
    },
  };
}

/** Takes what is there and of the right type from what the editor sent; the defaults stand for the rest. */
export function readSettings(value: unknown): Settings {
  const member = (group: keyof Settings, name: string): unknown => {
    const members = isRecord(value) ? value[group] : undefined;
    return isRecord(members) ? members[name] : undefined;
  };
  const flag = (group: keyof Settings, name: string, fallback: boolean): boolean => {
    const given = member(group, name);
    return typeof given === 'boolean' ? given : fallback;
  };
  const text = (group: keyof Settings, name: string, fallback: string): string => {
    const given = member(group, name);
    return typeof given === 'string' ? given : fallback;
  };
  const count = (group: keyof Settings, name: string, fallback: number): number => {
    const given = member(group, name);
    return typeof given === 'number' && given >= 0 ? given : fallback;
  };
  const { validation, target, format, completion, hover, workspace } = DEFAULT_SETTINGS;
  return {
    validation: {
      enabled: flag('validation', 'enabled', validation.enabled),
      rules: readTexts(member('validation', 'rules')),
    },
    target: {
      version: text('target', 'version', target.version),
      hypervisor: text('target', 'hypervisor', target.hypervisor),
    },
    format: { enabled: flag('format', 'enabled', format.enabled) },
    completion: { autoCloseTags: flag('completion', 'autoCloseTags', completion.autoCloseTags) },
    hover: { links: flag('hover', 'links', hover.links), pictures: flag('hover', 'pictures', hover.pictures) },
    workspace: { maxFiles: count('workspace', 'maxFiles', workspace.maxFiles) },
  };
}

function readTexts(value: unknown): Readonly<Record<string, string>> {
  const entries = isRecord(value) ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
