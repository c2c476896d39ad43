import { defineConfig } from 'vitest/config';

/** The tests in the workbench; one after the other, each file with a VS Code of its own. */
export default defineConfig({
  test: {
    include: ['test/e2e/ui/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    // The first one may have to fetch VS Code.
    hookTimeout: 300_000,
  },
});
