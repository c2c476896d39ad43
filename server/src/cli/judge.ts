import { type ConfigurationFile, readConfiguration } from '../rules/control/readConfiguration.ts';
import { overlayOptions, readOptions } from '../rules/control/readOptions.ts';
import type { FindingOptions } from '../rules/findFindings.ts';
import type { LintEnvironment } from './environment.ts';
import type { LintOptions } from './lint.ts';
import { readInput } from './readInput.ts';

/**
 * Tells what a file is judged by: the configuration file that was named, else the one that stands nearest to it; the
 * command line's target goes before both. What is wrong with a configuration file is complained about once.
 */
export async function createJudge(
  { target, config }: Pick<LintOptions, 'target' | 'config'>,
  environment: LintEnvironment,
  complain: (message: string) => Promise<void>,
): Promise<(file: string) => Promise<FindingOptions>> {
  const known = new Map<string | undefined, FindingOptions>();
  const read = async (configuration: ConfigurationFile | undefined): Promise<FindingOptions> => {
    let options = known.get(configuration?.path);
    if (!options) {
      const { options: written, problems } = readConfiguration(configuration?.text ?? '{}');
      options = readOptions(overlayOptions(written, target));
      known.set(configuration?.path, options);
      for (const problem of problems) await complain(`${configuration?.path}: ${problem}`);
    }
    return options;
  };
  if (config === undefined) return file => read(environment.findConfiguration(file));
  const input = await readInput(config, environment);
  if ('problem' in input) await complain(`${config}: ${input.problem}`);
  const options = await read('problem' in input ? undefined : { path: config, text: input.text });
  return async () => options;
}
