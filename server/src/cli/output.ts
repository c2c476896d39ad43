import type { Writable } from 'node:stream';

/**
 * Writes to a stream, waiting for each piece to be taken. The function resolves to false once the reader has gone
 * (EPIPE, as behind `| head`): there is nobody left to tell.
 */
export function openOutput(stream: Writable): (text: string) => Promise<boolean> {
  let open = true;
  stream.on('error', () => {
    open = false;
  });
  return text =>
    new Promise(resolve => {
      if (!open || text === '') return resolve(open);
      stream.write(text, error => {
        if (error) open = false;
        resolve(open);
      });
    });
}
