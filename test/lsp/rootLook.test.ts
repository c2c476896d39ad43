import { expect, test } from 'vitest';
import { LOOK_AHEAD, mayBeLibvirt, ROOT_NAMES } from '../../server/src/protocol.ts';
import { documentKinds } from '../../server/src/schema/catalogue.ts';

test('the names looked for are those of the catalogue', () => {
  expect(new Set(ROOT_NAMES)).toEqual(new Set(documentKinds.map(kind => kind.root.name)));
});

const blank = ' '.repeat(LOOK_AHEAD);

test.each([
  ["<domain type='kvm'>", true],
  ['\uFEFF<?xml version="1.0"?>\n<!-- <project> -->\r\n<interface\n type="user"/>', true],
  ['<!DOCTYPE domain SYSTEM "x.dtd">\n<domain>', true],
  ['<domain', true],
  ['text in front <domain>', true],
  ['< <domain>', true],
  ['</x><domain>', true],
  [`<!--${blank}--><project/>`, true],
  [`${blank}<project/>`, true],
  [`${blank.slice(3)}<domainless/>`, true],
  ['<domains>', false],
  ['<v:domain>', false],
  ['<Domain>', false],
  ['<project><domain/></project>', false],
  ['<!-- <domain> --><project/>', false],
  ['<!-- <domain>', false],
  ['<?php <domain> ?><html>', false],
  ['', false],
  ['<', false],
])('%j may be ours: %o', (text, expected) => {
  expect(mayBeLibvirt(text)).toBe(expected);
});

test('a head full of comments is read in linear time', () => {
  const comments = '<!--'.repeat(LOOK_AHEAD / 4);
  expect(mayBeLibvirt(comments)).toBe(false);
  expect(mayBeLibvirt('<!---->'.repeat(200_000))).toBe(true);
});
