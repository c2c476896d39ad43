import { describe, expect, it } from 'vitest';
import { createBinder } from '../../server/src/binding/bind.ts';
import type { BoundElement } from '../../server/src/binding/model.ts';
import type { Datatype } from '../../server/src/schema/datatypes/datatype.ts';
import type { AttributeDeclaration, DocumentKind, ElementDeclaration } from '../../server/src/schema/model.ts';
import { parseXml } from '../../server/src/xml/parse.ts';

const documentation = { summary: 'For the test.' };
const text: Datatype = { label: 'text', check: () => undefined };
const number: Datatype = {
  label: 'number',
  check: value => (/^\d+$/.test(value) ? undefined : { code: 'value/not-a-number', message: 'is no number' }),
};
const attribute = (name: string, more: Partial<AttributeDeclaration> = {}): AttributeDeclaration => ({
  name,
  documentation,
  type: text,
  ...more,
});

const wheel: ElementDeclaration = { name: 'wheel', documentation, body: () => ({ attributes: [attribute('size')] }) };
const vehicle: ElementDeclaration = {
  name: 'vehicle',
  documentation,
  body: () => ({
    attributes: [attribute('type', { required: true }), attribute('name')],
    children: [{ element: wheel, repeatable: true }],
    variants: [
      {
        attribute: 'type',
        cases: {
          car: () => ({
            attributes: [attribute('doors', { type: number, required: true })],
            variants: [{ attribute: 'fuel', whenAbsent: 'petrol', cases: { petrol: () => ({ open: true }) } }],
          }),
          boat: () => ({ attributes: [attribute('doors'), attribute('draught')] }),
        },
      },
    ],
  }),
};
const kind: DocumentKind = {
  id: 'domain',
  label: 'vehicle',
  root: vehicle,
  matches: shape => shape.attributes.has('type') || shape.childAttributes.has('wheel'),
};

function bindRoot(xml: string, claimed = false): BoundElement | undefined {
  return createBinder([kind])(parseXml(xml), { claimed }).root;
}

describe('a body and its variants', () => {
  it('has what the deciding attribute selects, nested variants included', () => {
    const car = bindRoot("<vehicle type='car'/>");
    expect([...(car?.body.attributes.keys() ?? [])]).toEqual(['type', 'name', 'doors']);
    expect(car?.body.attributes.get('doors')?.required).toBe(true);
    expect(car?.body.open).toBe(true);
    expect(car?.body.selections.map(({ selected }) => selected)).toEqual(['car', 'petrol']);
  });

  it('leaves out what belongs to the other cases', () => {
    expect(bindRoot("<vehicle type='boat'/>")?.body.open).toBe(false);
    expect(bindRoot("<vehicle type='car'/>")?.body.attributes.has('draught')).toBe(false);
  });

  it.each(["<vehicle name='x' type='plane'/>", "<vehicle type='constructor'/>"])(
    'allows what any case allows, and requires nothing of it, while nothing is selected: %s',
    xml => {
      const body = bindRoot(xml)?.body;
      expect([...(body?.attributes.keys() ?? [])]).toEqual(['type', 'name', 'doors', 'draught']);
      expect(body?.attributes.get('doors')?.required).toBeUndefined();
      expect(body?.attributes.get('doors')?.type.check('two')).toBeUndefined();
    },
  );

  it('is shared between elements that select alike', () => {
    const bind = createBinder([kind]);
    const first = bind(parseXml("<vehicle type='car' name='a'/>"));
    const second = bind(parseXml("<vehicle name='b' type='car'/>"));
    expect(first.root?.body).toBe(second.root?.body);
  });
});

describe('a bound document', () => {
  it('knows the declared elements and their parents, not the unknown ones and what is inside them', () => {
    const xml = parseXml("<vehicle type='boat'><wheel/><sail><wheel/></sail><wheel size='2'/></vehicle>");
    const document = createBinder([kind])(xml);
    expect(document.root?.children.map(child => child.declaration.name)).toEqual(['wheel', 'wheel']);
    expect(document.root?.children.every(child => child.parent === document.root)).toBe(true);
    const sail = xml.root?.children.find(child => child.kind === 'element' && child.name === 'sail');
    expect(sail?.kind === 'element' && document.bound(sail)).toBeUndefined();
  });

  it('is ours by shape, or by name when it is claimed', () => {
    expect(bindRoot('<vehicle/>')).toBeUndefined();
    expect(bindRoot('<vehicle><wheel/></vehicle>')).toBeDefined();
    expect(bindRoot('<vehicle/>', true)).toBeDefined();
    expect(bindRoot("<train type='car'/>", true)).toBeUndefined();
  });

  it('survives a document without a root', () => {
    expect(bindRoot('')).toBeUndefined();
    expect(bindRoot('<')).toBeUndefined();
  });
});
