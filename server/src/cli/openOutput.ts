import type { Writable } from 'node:stream';

/**
 * Writes to a stream, waiting for each piece to be taken. The function resolves to false once the reader has gone
 * (EPIPE, as behind `| head`): there is nobody left to tell. The stream is asked for with the first piece, as Node
 * takes a while to open one.
 */
export function openOutput(getStream: () => Writable): (text: string) => Promise<boolean> {
  let open = true;
  let stream: Writable | undefined;
  const start = () => {
    const started = getStream();
    started.on('error', () => {
      open = false;
    });
    return started;
  };
  return text =>
    new Promise(resolve => {
      if (!open || text === '') return resolve(open);
      stream ??= start();
      stream.write(text, error => {
        if (error) open = false;
        resolve(open);
      });
    });
}
