import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
}

describe('the lock file', () => {
  const text = readFileSync('package-lock.json', 'utf8');
  const { packages }: LockFile = JSON.parse(text);

  // `npm install` leaves out the builds for other systems that its registry did not have; `npm ci` then refuses the file.
  it('knows the builds of every package for every system', () => {
    const needed = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
      Object.keys(optionalDependencies),
    );
    expect(needed.filter(name => !Object.keys(packages).some(path => path.endsWith(`node_modules/${name}`)))).toEqual(
      [],
    );
  });

  it('names no address', () => {
    expect(text).not.toMatch(/"resolved"/);
  });
});
