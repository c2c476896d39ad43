import type { TextRange } from '../xml/range.ts';
import type { XmlAttribute } from '../xml/tree.ts';

/** Where a finding about an attribute's value points: between the quotes, or at the name when nothing stands there. */
export function valueRange(attribute: XmlAttribute): TextRange {
  const range = attribute.valueRange;
  return range && range.end > range.start ? range : attribute.nameRange;
}
