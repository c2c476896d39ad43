import { virtualportParameters } from '../../schema/network/virtualport.ts';
import { insertAttribute, insertChild, quoteStyle, replaceValue } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { TextEdit } from '../../xml/range.ts';
import type { XmlDocument } from '../../xml/tree.ts';
import type { Generator } from '../finding.ts';
import { missingParameters, type Virtualport, type VirtualportType } from './parameters.ts';

/** Gives the virtual port the type and the parameters that the type demands and that are not there yet. */
export function completeVirtualport(
  document: XmlDocument,
  virtualport: Virtualport,
  type: VirtualportType,
  generator: Generator,
  missing: readonly string[] = missingParameters(virtualport, type),
): readonly TextEdit[] {
  const { xml, typeAttribute, parameters } = virtualport;
  const values = missing.map(name => ({ name, value: sampleParameter(type, name, generator) }));
  const setType = typeAttribute
    ? typeAttribute.value === type
      ? []
      : replaceValue(document, typeAttribute, type)
    : insertAttribute(document, xml, 'type', type);
  if (values.length === 0) return setType;
  if (!parameters) {
    const quote = quoteStyle(document, xml);
    const attributes = values.map(({ name, value }) => ` ${name}=${quote}${value}${quote}`).join('');
    return [...setType, ...insertChild(document, xml, `<parameters${attributes}/>`)];
  }
  const insertions = values.flatMap(({ name, value }) => {
    const written = findAttribute(parameters, name);
    return written ? replaceValue(document, written, value) : insertAttribute(document, parameters, name, value);
  });
  return [...setType, ...insertions];
}

/** A value to start from; identifiers are fresh. */
export function sampleParameter(type: VirtualportType, name: string, generator: Generator): string {
  const declared = virtualportParameters[type].body?.().attributes?.find(attribute => attribute.name === name);
  return declared?.sample ?? (declared?.type.generate === 'uuid' ? generator.uuid() : '');
}
