import type { FileSystem, Host } from '../host.ts';
import type { ConfigurationFile } from '../rules/control/readConfiguration.ts';
import type { LanguageService } from '../service.ts';

/** What the server needs of the process it runs in; Node, a browser worker and the tests supply their own. */
export interface Runtime {
  readonly version: string;
  readonly createService: (host: Host) => LanguageService;
  /** Uniform in [0, 1), see `Host`. */
  readonly random: () => number;
  /** The `file:` URI of the page in docs/rules that explains a finding's code; `undefined` when it is not there. */
  readonly findRulePage: (code: string) => string | undefined;
  /** The configuration file in the folder of the document with this URI, or the nearest above it. */
  readonly findConfiguration: (uri: string) => ConfigurationFile | undefined;
  /** The files of the workspace; `undefined` where there are none to be had. */
  readonly fileSystem: FileSystem | undefined;
  /** Runs the callback once after so many milliseconds; the result calls it off. */
  readonly schedule: (milliseconds: number, callback: () => void) => () => void;
}
