import type { ConfigurationFile } from '../rules/control/readConfiguration.ts';
import type { Generator } from '../rules/finding.ts';
import type { LanguageService } from '../service.ts';
import type { ExitCode, LintOptions } from './lint.ts';

/** The outside of the command line, so that tests can bring their own. */
export interface Environment {
  /** Resolves to false once the reader of the output is gone. */
  readonly writeOutput: (text: string) => Promise<boolean>;
  readonly writeError: (text: string) => Promise<boolean>;
  readonly version: string;
  readonly runExplain: (message: string) => Promise<ExitCode>;
  readonly runLint: (options: LintOptions) => Promise<ExitCode>;
  /** Serves an editor on standard input and output until it says exit. */
  readonly runLanguageServer: () => void;
}

/** What explaining a message needs of the outside. */
export interface ExplainEnvironment {
  readonly readStdin: () => Promise<Uint8Array>;
  readonly writeOutput: (text: string) => Promise<boolean>;
  readonly writeError: (text: string) => Promise<boolean>;
  /** Markdown; `undefined` when the text holds no message that is known. */
  readonly explain: (text: string) => string | undefined;
}

/** What checking files needs of the outside. */
export interface LintEnvironment {
  /** Of this program. */
  readonly version: string;
  /** Throws the system's error. One file after the other is read, so nothing waits meanwhile. */
  readonly readFile: (path: string) => Uint8Array;
  /** The XML files below a folder; `undefined` when the path is none. */
  readonly listFolder: (path: string) => Promise<readonly string[] | undefined>;
  /** The nearest configuration file of a file, or of standard input: in its folder or above. */
  readonly findConfiguration: (file: string) => ConfigurationFile | undefined;
  readonly readStdin: () => Promise<Uint8Array>;
  readonly writeOutput: (text: string) => Promise<boolean>;
  readonly writeError: (text: string) => Promise<boolean>;
  readonly colour: boolean;
  /** Cells of a line of the terminal. */
  readonly width: number;
  /** URL of the page about a code; `undefined` when there is none. */
  readonly pageUrl: (code: string) => string | undefined;
  readonly service: LanguageService;
  readonly generator: Generator;
}
