import { defineConfig } from 'vitest/config';
import { libraryPlugin } from './src/library/plugin.ts';

/** What is checked of the built packages and of the trained model, before any browser starts. */
export default defineConfig({
  plugins: [libraryPlugin()],
  test: { include: ['tests/build/**/*.test.ts', 'tests/eval/**/*.test.ts'], testTimeout: 180_000 },
});
