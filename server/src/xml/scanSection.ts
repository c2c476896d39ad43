import { findLineEnd, isName, isQuote, isWhiteSpace } from './characters.ts';
import type { Scan } from './scan.ts';
import type { LeafToken } from './tokens.ts';
import { declaresSomething } from './wholeDocument.ts';

/** Scans what begins with `<!` or `<?`: comment, CDATA section, processing instruction, document type declaration. */
export function scanSection(scan: Scan, start: number): LeafToken {
  const { text } = scan;
  if (text.startsWith('<!--', start)) return scanComment(scan, start);
  if (text.startsWith('<![CDATA[', start)) return scanCData(scan, start);
  if (text.startsWith('<?', start)) return scanInstruction(scan, start);
  if (/^<!DOCTYPE\b/i.test(text.slice(start, start + 10))) return scanDoctype(scan, start);
  return scanFragment(scan, start);
}

function scanComment(scan: Scan, start: number): LeafToken {
  const { text } = scan;
  const contentStart = start + 4;
  let end = scan.find('-->', contentStart);
  const inner = scan.find('<!--', contentStart);
  // Another comment opens on a later line before this one closes: this one was never closed.
  if (end !== -1 && inner !== -1 && inner < end && findLineEnd(text, start, inner) < inner) end = -1;
  if (end === -1) {
    const lineEnd = findLineEnd(text, start);
    scan.report({
      code: 'syntax/bad-comment',
      range: { start, end: contentStart },
      message: 'The comment is not closed. libvirt cannot read the document. Write --> at its end.',
      fix: { title: 'Insert -->', edits: [{ start: lineEnd, end: lineEnd, text: ' -->' }] },
    });
    return { kind: 'comment', parent: undefined, start, end: lineEnd, value: text.slice(contentStart, lineEnd) };
  }
  const hyphens = text.indexOf('--', contentStart);
  if (hyphens < end || text.charAt(end - 1) === '-') reportHyphens(scan, contentStart, end);
  return { kind: 'comment', parent: undefined, start, end: end + 3, value: text.slice(contentStart, end) };
}

function reportHyphens(scan: Scan, contentStart: number, end: number): void {
  const runs = /-{2,}|-$/g;
  for (const run of scan.text.slice(contentStart, end).matchAll(runs)) {
    const start = contentStart + run.index;
    const runEnd = start + run[0].length;
    const last = runEnd === end;
    scan.report({
      code: 'syntax/bad-comment',
      range: { start, end: runEnd },
      message:
        'Two hyphens in a row may not stand inside a comment, nor one at its end. libvirt cannot read the document. Write a single - between blanks.',
      fix: { title: 'Write a single hyphen', edits: [{ start, end: runEnd, text: last ? '- ' : '-' }] },
    });
  }
}

function scanCData(scan: Scan, start: number): LeafToken {
  const { text } = scan;
  const contentStart = start + 9;
  const end = scan.find(']]>', contentStart);
  if (end !== -1) {
    return {
      kind: 'cdata',
      parent: undefined,
      start,
      end: end + 3,
      value: text.slice(contentStart, end).replaceAll(/\r\n?/g, '\n'),
    };
  }
  const lineEnd = findLineEnd(text, start);
  scan.report({
    code: 'syntax/unclosed-section',
    range: { start, end: contentStart },
    message: 'The CDATA section is not closed. libvirt cannot read the document. Write ]]> at its end.',
    fix: { title: 'Insert ]]>', edits: [{ start: lineEnd, end: lineEnd, text: ']]>' }] },
  });
  return { kind: 'cdata', parent: undefined, start, end: lineEnd, value: text.slice(contentStart, lineEnd) };
}

function scanInstruction(scan: Scan, start: number): LeafToken {
  const { text } = scan;
  let targetEnd = start + 2;
  while (targetEnd < text.length && !/[ \t\r\n?<>]/.test(text.charAt(targetEnd))) targetEnd++;
  const target = text.slice(start + 2, targetEnd);
  let end = scan.find('?>', start + 2);
  const inner = scan.find('<', start + 2);
  // The declaration holds no markup, so one with a later line of markup before the `?>` was never closed.
  if (target === 'xml' && end !== -1 && inner !== -1 && inner < end && findLineEnd(text, start, inner) < inner)
    end = -1;
  if (end === -1) {
    const lineEnd = findLineEnd(text, start, inner === -1 ? text.length : inner);
    const closing = text.slice(start, lineEnd).indexOf('>');
    const sectionEnd = closing === -1 ? lineEnd : start + closing + 1;
    scan.report({
      code: target === 'xml' ? 'syntax/bad-declaration' : 'syntax/unclosed-section',
      range: { start, end: targetEnd },
      message: `<?${target} lacks its ?>. libvirt cannot read the document. Write ?> at its end.`,
      fix: {
        title: 'Insert ?>',
        edits: [{ start: closing === -1 ? lineEnd : sectionEnd - 1, end: sectionEnd, text: '?>' }],
      },
    });
    return { kind: 'instruction', parent: undefined, start, end: sectionEnd, target };
  }
  if (target.toLowerCase() === 'xml') checkDeclaration(scan, start, end + 2, target);
  else if (!isName(target) || (targetEnd !== end && !isWhiteSpace(text.charCodeAt(targetEnd)))) {
    scan.report({
      code: 'syntax/bad-name',
      range: { start, end: Math.max(targetEnd, start + 2) },
      message:
        'A processing instruction needs a name directly behind its <?. libvirt cannot read the document. Write the name, or delete the instruction.',
      fix: { title: 'Delete the instruction', edits: [{ start, end: end + 2, text: '' }] },
    });
  }
  return { kind: 'instruction', parent: undefined, start, end: end + 2, target };
}

const DECLARATION =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.\d+"|'1\.\d+')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>$/;

function checkDeclaration(scan: Scan, start: number, end: number, target: string): void {
  const { text } = scan;
  const range = { start, end: start + 2 + target.length };
  if (target !== 'xml') {
    scan.report({
      code: 'syntax/bad-declaration',
      range,
      message: `The XML declaration begins with <?xml in lower case. libvirt cannot read the document. Write <?xml.`,
      fix: { title: 'Write xml in lower case', edits: [{ start: start + 2, end: range.end, text: 'xml' }] },
    });
  } else if (start > scan.contentStart) {
    scan.report({
      code: 'syntax/bad-declaration',
      range,
      message:
        'The XML declaration may only stand at the very beginning, with not even a blank before it. libvirt cannot read the document. Delete it, or what stands before it.',
      fix: { title: 'Delete the declaration', edits: [{ start, end, text: '' }] },
    });
  } else if (!DECLARATION.test(text.slice(start, end))) {
    scan.report({
      code: 'syntax/bad-declaration',
      range,
      message:
        "The XML declaration is not complete. libvirt cannot read the document. Write <?xml version='1.0' encoding='UTF-8'?>.",
      fix: {
        title: 'Write a complete declaration',
        edits: [{ start, end, text: "<?xml version='1.0' encoding='UTF-8'?>" }],
      },
    });
  }
}

/** Skips the declaration with its internal subset; nothing in it is read, nothing that it names is opened. */
function scanDoctype(scan: Scan, start: number): LeafToken {
  const { text } = scan;
  const end = findDoctypeEnd(text, start + 9);
  const declaration = text.slice(start, end ?? findLineEnd(text, start));
  if (declaresSomething(declaration)) scan.setDeclarations();
  if (end === undefined) {
    const lineEnd = start + declaration.length;
    scan.report({
      code: 'syntax/unclosed-section',
      range: { start, end: start + 9 },
      message:
        'The document type declaration is not closed. libvirt cannot read the document. Delete it: libvirt needs none.',
      fix: { title: 'Delete the declaration', edits: [{ start, end: lineEnd, text: '' }] },
    });
    return { kind: 'doctype', parent: undefined, start, end: lineEnd };
  }
  if (!/^<!DOCTYPE[ \t\r\n]+[^ \t\r\n[>]/.test(declaration)) {
    scan.report({
      code: 'syntax/bad-declaration',
      range: { start, end: start + 9 },
      message:
        'A document type declaration begins with <!DOCTYPE in capitals and the name of the root element. libvirt cannot read the document. Delete it.',
    });
  }
  return { kind: 'doctype', parent: undefined, start, end };
}

function findDoctypeEnd(text: string, from: number): number | undefined {
  let inSubset = false;
  for (let position = from; position < text.length; position++) {
    const code = text.charCodeAt(position);
    const character = text.charAt(position);
    if (isQuote(code)) {
      position = text.indexOf(character, position + 1);
      if (position === -1) return undefined;
    } else if (text.startsWith('<!--', position)) {
      position = text.indexOf('-->', position + 4) + 2;
      if (position === 1) return undefined;
    } else if (text.startsWith('<?', position)) {
      position = text.indexOf('?>', position + 2) + 1;
      if (position === 0) return undefined;
    } else if (character === '[') inSubset = true;
    else if (character === ']') inSubset = false;
    else if (!inSubset && character === '<') return undefined;
    else if (!inSubset && character === '>') return position + 1;
  }
  return undefined;
}

/** The beginning of a section that is not complete: `<!`, `<!-`, `<![CD`. It ends with its line or its `>`. */
function scanFragment(scan: Scan, start: number): LeafToken {
  const { text } = scan;
  let stop = start + 1;
  while (stop < text.length && !/[<>\r\n]/.test(text.charAt(stop))) stop++;
  if (text.charAt(stop) === '>') stop++;
  scan.report({
    code: 'syntax/bad-comment',
    range: { start, end: stop },
    message:
      'This is neither a comment nor a CDATA section. libvirt cannot read the document. Write <!-- … --> for a comment.',
    fix: { title: 'Delete it', edits: [{ start, end: stop, text: '' }] },
  });
  return { kind: 'comment', parent: undefined, start, end: stop, value: '' };
}
