import type { Settings } from '../protocol.ts';
import { readOptions } from '../rules/control/readOptions.ts';
import type { FindingOptions } from '../rules/findFindings.ts';

/** What the settings say about findings; one result for one settings object, so that the service recognizes it. */
export function createFindingOptions(): (settings: Settings) => FindingOptions {
  const known = new WeakMap<Settings, FindingOptions>();
  return settings => {
    let options = known.get(settings);
    if (!options) {
      const { target, validation } = settings;
      options = readOptions({ ...target, rules: validation.rules });
      known.set(settings, options);
    }
    return options;
  };
}
