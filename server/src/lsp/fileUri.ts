/**
 * A file's URI in one spelling, VS Code's: editors escape more or fewer characters, and one file must not count as two.
 * `undefined` for what is no file.
 */
export function normalizeFileUri(uri: string): string | undefined {
  const path = /^file:\/\/([^?#]*)/.exec(uri)?.[1];
  if (path === undefined) return undefined;
  try {
    return `file://${path.split('/').map(encodeSegment).join('/')}`;
  } catch {
    // An escape that stands for no character.
    return uri;
  }
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(decodeURIComponent(segment)).replace(
    /[!'()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
