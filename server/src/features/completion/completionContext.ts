import { type BodyResolver, createBodyResolver } from '../../binding/effectiveBody.ts';
import type { BoundDocument } from '../../binding/model.ts';
import type { Generator } from '../../rules/finding.ts';
import { macPrefix } from '../../rules/mac/macAddress.ts';
import { isOlder, parseVersion, resolveTarget, type Target } from '../../rules/target.ts';
import type { Documentation, Driver } from '../../schema/documentation.ts';
import type { Limit } from '../../schema/limit.ts';
import { lazy } from '../../schema/model.ts';
import type { WorkspaceAround } from '../../workspace/model.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { type Acceptance, createAcceptanceFactory } from './acceptance.ts';
import { findWritingStyle, type WritingStyle } from './writingStyle.ts';

/** Whether libvirt does what a declaration says, with the driver that the document is meant for. */
export type WorksHere = (limit: Limit | undefined, documentation: Documentation) => boolean;

/** What every part of one completion request needs. */
export interface CompletionContext {
  readonly document: BoundDocument;
  readonly offset: number;
  readonly generator: Generator;
  readonly resolveBody: BodyResolver;
  readonly style: WritingStyle;
  readonly accepts: Acceptance;
  readonly works: WorksHere;
  /** The driver that the document is meant for. */
  readonly driver: Driver;
  /** Octets under which that driver makes MAC addresses. */
  readonly macPrefix: string;
  /** The files around the document. */
  readonly workspace: WorkspaceAround | undefined;
  /** Whether documentation may have pictures. */
  readonly pictures: boolean;
}

/** What the document is meant for, where it stands, and whether pictures are wanted. */
export interface Surroundings {
  readonly target?: Partial<Target> | undefined;
  readonly workspace?: WorkspaceAround | undefined;
  readonly pictures?: boolean | undefined;
}

/** Makes the contexts of one service's requests; what is the same for all documents is prepared once. */
export function createContextFactory(
  generator: Generator,
): (
  document: BoundDocument,
  offset: number,
  near: XmlElement | undefined,
  surroundings?: Surroundings,
) => CompletionContext {
  const resolveBody = createBodyResolver();
  const createAcceptance = createAcceptanceFactory();
  return (document, offset, near, { target: wished, workspace, pictures = false } = {}) => {
    const target = resolveTarget(document.root, wished);
    const { driver } = target;
    // Worked out only where something is offered, which is never far below the root; other places may be.
    const style = lazy(() => findWritingStyle(document.xml, near));
    const accepts = lazy(() => createAcceptance(document, near, wished));
    return {
      document,
      offset,
      generator,
      resolveBody,
      get style() {
        return style();
      },
      accepts: (edit, probe) => accepts()(edit, probe),
      works: createWorksHere(target, wished?.driver !== undefined || document.kind?.id === 'domain'),
      driver,
      macPrefix: macPrefix(driver),
      workspace,
      pictures,
    };
  };
}

/** `certain`: the document is for this driver alone; a fragment does not say which one it is for. */
function createWorksHere({ driver, version }: Target, certain: boolean): WorksHere {
  // The mock driver takes what any other does.
  const anyDriver = !certain || driver === 'test';
  return (limit, { drivers, since }) => {
    const release = since === undefined ? undefined : parseVersion(since);
    return (
      (limit === undefined || limit.drivers?.includes(driver) === false) &&
      (anyDriver || drivers === undefined || drivers.includes(driver)) &&
      (release === undefined || !isOlder(version, release))
    );
  };
}
