import { defineConfig } from 'vitest/config';
import { libraryPlugin } from './src/library/plugin.ts';

/** What one browser alone is asked. */
const OF_THE_OTHER = {
  chromium: ['tests/editors/engines-firefox.test.ts'],
  firefox: ['tests/editors/engines.test.ts', 'tests/editors/settings.test.ts'],
};

const project = (name: 'chromium' | 'firefox') => ({
  plugins: [libraryPlugin()],
  test: {
    name,
    include: ['tests/e2e/**/*.test.ts', 'tests/editors/**/*.test.ts'],
    exclude: ['**/node_modules/**', ...OF_THE_OTHER[name]],
    env: { STAFFWISE_BROWSER: name },
    testTimeout: 60_000,
    hookTimeout: 90_000,
    globalSetup: 'tests/build-pages.ts',
    // Two browsers side by side on two cores: most of a test is waiting for a pause to pass.
    maxWorkers: 2,
  },
});

export default defineConfig({ test: { projects: [project('chromium'), project('firefox')] } });
