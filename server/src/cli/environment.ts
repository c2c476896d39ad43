import type { Generator } from '../rules/finding.ts';
import type { LanguageService } from '../service.ts';

/** The outside of the command line, so that tests can bring their own. */
export interface Environment {
  /** Throws the system's error. One file after the other is read, so nothing waits meanwhile. */
  readonly readFile: (path: string) => Uint8Array;
  readonly readStdin: () => Promise<Uint8Array>;
  /** Resolves to false once the reader of the output is gone. */
  readonly writeOutput: (text: string) => Promise<boolean>;
  readonly writeError: (text: string) => Promise<boolean>;
  readonly colour: boolean;
  /** Cells of a line of the terminal. */
  readonly width: number;
  readonly version: string;
  /** URL of the page about a code; `undefined` when there is none. */
  readonly pageUrl: (code: string) => string | undefined;
  readonly createService: () => LanguageService;
  readonly generator: Generator;
  /** Serves an editor on standard input and output until it says exit. */
  readonly runLanguageServer: () => Promise<void>;
}
