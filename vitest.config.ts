import { defineConfig } from 'vitest/config';

/** The unit and protocol tests; those of the workbench have a configuration of their own in test/e2e/ui. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    testTimeout: 20_000,
  },
});
