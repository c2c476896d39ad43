import { documentKinds } from '../../server/src/schema/catalogue.ts';
import { createFactsReader } from '../../server/src/workspace/fileFacts.ts';
import { createWorkspaceIndex, type WorkspaceIndex } from '../../server/src/workspace/workspaceIndex.ts';
import { parseXml } from '../../server/src/xml/parse.ts';

const readFacts = createFactsReader(documentKinds);

/** A workspace of these texts: `file:///0.xml`, `file:///1.xml`, and so on. */
export function createTestWorkspace(texts: readonly string[]): WorkspaceIndex {
  const index = createWorkspaceIndex();
  for (const [number, text] of texts.entries()) {
    const facts = readFacts(`file:///${number}.xml`, parseXml(text));
    if (facts) index.set(facts);
  }
  return index;
}
