import { createBinder } from '../../server/src/binding/bind.ts';
import type { BoundDocument } from '../../server/src/binding/model.ts';
import { documentKinds } from '../../server/src/schema/catalogue.ts';
import { parseXml } from '../../server/src/xml/parse.ts';

const bind = createBinder(documentKinds);

export function parseBound(text: string): BoundDocument {
  return bind(parseXml(text));
}
