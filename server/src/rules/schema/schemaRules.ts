import type { Rule } from '../rule.ts';
import { attributeNotForType } from './attributeNotForType.ts';
import { badValue } from './badValue.ts';
import { elementNotForType } from './elementNotForType.ts';
import { noEffect, refusedLater } from './limitedUse.ts';
import { missingAttribute } from './missingAttribute.ts';
import { missingElement } from './missingElement.ts';
import { repeatedElement } from './repeatedElement.ts';
import { unexpectedText } from './unexpectedText.ts';
import { unknownAttribute } from './unknownAttribute.ts';
import { unknownElement } from './unknownElement.ts';

/** The checks that the catalogue alone drives; they look at every element of every document. */
export const schemaRules: readonly Rule[] = [
  unknownElement,
  unknownAttribute,
  elementNotForType,
  attributeNotForType,
  missingAttribute,
  missingElement,
  repeatedElement,
  unexpectedText,
  badValue,
  noEffect,
  refusedLater,
];
