/** Whether the files of a folder are no sources: hidden ones such as `.git`, and what package managers put there. */
export function isSkippedFolder(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}
