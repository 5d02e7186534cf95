import { defineConfig } from 'vitest/config';
import { libraryPlugin } from './src/library/plugin.ts';

export default defineConfig({
  plugins: [libraryPlugin()],
  test: { include: ['tests/eval/**/*.test.ts'], testTimeout: 180_000 },
});
