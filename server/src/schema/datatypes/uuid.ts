import type { Datatype, ValueProblem } from './datatype.ts';

const written = /^(?:[0-9a-fA-F]{32}|[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})$/;

/** 128 bits in hexadecimal digits, with the four dashes of RFC 9562 or none. */
export const uuid: Datatype = {
  label: 'UUID',
  generate: 'uuid',
  check: value => (written.test(value) ? undefined : explain(value)),
};

function explain(value: string): ValueProblem {
  const digits = value.replace(/^urn:uuid:/i, '').replace(/[\s{}-]/g, '');
  if (/^[0-9a-fA-F]{32}$/.test(digits)) {
    const fixed = digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    return {
      code: 'value/bad-uuid',
      message: `has its dashes in the wrong places: write ${fixed}`,
      replacements: [fixed],
      confident: true,
    };
  }
  const stray = /[^0-9a-fA-F]/.exec(digits)?.[0];
  const why =
    value.trim() === ''
      ? 'is empty'
      : stray === undefined
        ? `is no UUID, it has ${digits.length} hex digits of 32`
        : `is no UUID, '${stray}' is no hex digit`;
  return { code: 'value/bad-uuid', message: `${why}: write 32 hex digits as 8-4-4-4-12` };
}
