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
    fileParallelism: false,
  },
});

export default defineConfig({ test: { projects: [project('chromium'), project('firefox')] } });
