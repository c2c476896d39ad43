/** Colour belongs on a terminal, unless the user wants none (https://no-color.org: set and not empty). */
export function wantsColour(isTerminal: boolean, variables: Readonly<Record<string, string | undefined>>): boolean {
  return isTerminal && !variables['NO_COLOR'] && variables['TERM'] !== 'dumb';
}
