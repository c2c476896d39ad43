import type { CancellationToken } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from './languageServer.ts';

/**
 * The one seam between the protocol and the features. A request that was cancelled is answered as such; a feature that
 * fails is logged and answered with `fallback`, so that no document can bring the server down.
 */
export type Guard = <T>(
  name: string,
  fallback: T,
  compute: () => T | Promise<T>,
  token?: CancellationToken,
) => Promise<T | ResponseError<never>>;

export function createGuard(logError: (message: string) => void): Guard {
  return async (name, fallback, compute, token) => {
    if (token?.isCancellationRequested) return cancelled(name);
    try {
      const result = await compute();
      return token?.isCancellationRequested ? cancelled(name) : result;
    } catch (error) {
      logError(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return fallback;
    }
  };
}

function cancelled(name: string): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, `${name} was cancelled`);
}
