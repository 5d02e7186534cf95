import { defineConfig } from 'vitest/config';
import { libraryPlugin } from './src/library/plugin.ts';

const project = (name: 'chromium' | 'firefox') => ({
  plugins: [libraryPlugin()],
  test: {
    name,
    include: ['tests/e2e/**/*.test.ts', 'tests/editors/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    env: { STAFFWISE_BROWSER: name },
    testTimeout: 60_000,
    hookTimeout: 90_000,
    globalSetup: 'tests/build-pages.ts',
    // Two browsers side by side on two cores: most of a test is waiting for a pause to pass.
    maxWorkers: 2,
  },
});

export default defineConfig({ test: { projects: [project('chromium'), project('firefox')] } });
