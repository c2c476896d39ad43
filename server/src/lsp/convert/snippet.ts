/**
 * What a snippet leaves when nobody fills it in: placeholders stand as their text, choices as their first one, tab stops
 * as nothing. For clients without snippets.
 */
export function snippetToText(snippet: string): string {
  let text = '';
  let depth = 0;
  for (let index = 0; index < snippet.length; ) {
    const rest = snippet.slice(index, index + 1);
    if (rest === '\\' && index + 1 < snippet.length) {
      text += snippet[index + 1];
      index += 2;
      continue;
    }
    const match = rest === '$' ? matchTabStop(snippet, index) : undefined;
    if (match !== undefined) {
      text += match.text;
      index = match.end;
      if (match.opens) depth++;
    } else if (rest === '}' && depth > 0) {
      depth--;
      index++;
    } else {
      text += rest;
      index++;
    }
  }
  return text;
}

/** `opens`: a placeholder's text follows, up to its `}`. */
function matchTabStop(
  snippet: string,
  start: number,
): { readonly text: string; readonly end: number; readonly opens: boolean } | undefined {
  const pattern = /\$(?:\d+|\{\d+\}|\{\d+:|\{\d+\|((?:\\[\s\S]|[^\\|])*)\|\})/y;
  pattern.lastIndex = start;
  const match = pattern.exec(snippet);
  if (match === null) return undefined;
  const choices = match[1];
  return {
    text: choices === undefined ? '' : firstChoice(choices),
    end: pattern.lastIndex,
    opens: match[0].endsWith(':'),
  };
}

function firstChoice(choices: string): string {
  const first = /^(?:\\[\s\S]|[^\\,])*/.exec(choices)?.[0] ?? '';
  return first.replace(/\\([\s\S])/g, '$1');
}
