import type { Settings } from '../protocol.ts';
import {
  CONFIGURATION_FILE,
  type Configuration,
  type ConfigurationFile,
  readConfiguration,
} from '../rules/control/readConfiguration.ts';
import { overlayOptions } from '../rules/control/readOptions.ts';
import type { SettingsStore } from './settings.ts';
import type { WatchedFiles } from './watchedFiles.ts';

interface Parts {
  readonly findConfiguration: (uri: string) => ConfigurationFile | undefined;
  readonly watchedFiles: WatchedFiles;
  /** Tells the user. */
  readonly warn: (message: string) => void;
}

/**
 * The editor's settings, overlaid with the configuration file that stands beside a document or above it: that one is
 * the project's and holds for everybody. The result for the same settings and file is the same object.
 */
export function withConfigurationFiles(store: SettingsStore, parts: Parts): SettingsStore {
  const configurations = new WeakMap<ConfigurationFile, Configuration>();
  const overlaid = new WeakMap<Settings, WeakMap<ConfigurationFile, Settings>>();
  const listeners: (() => void)[] = [];

  const read = (file: ConfigurationFile): Configuration => {
    let configuration = configurations.get(file);
    if (!configuration) {
      configuration = readConfiguration(file.text);
      configurations.set(file, configuration);
      for (const problem of configuration.problems) parts.warn(`${file.path}: ${problem}`);
    }
    return configuration;
  };
  const overlay = (settings: Settings, file: ConfigurationFile): Settings => {
    const known = overlaid.get(settings) ?? new WeakMap<ConfigurationFile, Settings>();
    overlaid.set(settings, known);
    let result = known.get(file);
    if (!result) {
      const { validation, target } = settings;
      const {
        rules = {},
        version = '',
        hypervisor = 'auto',
      } = overlayOptions({ ...target, rules: validation.rules }, read(file).options);
      result = { ...settings, validation: { ...validation, rules }, target: { version, hypervisor } };
      known.set(file, result);
    }
    return result;
  };

  parts.watchedFiles.watch(`**/${CONFIGURATION_FILE}`, changes => {
    if (!changes.some(({ uri }) => uri.endsWith(`/${CONFIGURATION_FILE}`))) return;
    for (const listener of listeners) listener();
  });
  return {
    ...store,
    get: async uri => {
      const settings = await store.get(uri);
      const file = parts.findConfiguration(uri);
      return file ? overlay(settings, file) : settings;
    },
    onDidChange: listener => {
      store.onDidChange(listener);
      listeners.push(listener);
    },
  };
}
