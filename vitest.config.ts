import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { libraryPlugin } from './src/library/plugin.ts';

export default defineConfig({
  plugins: [WxtVitest(), libraryPlugin()],
  test: { testTimeout: 30_000, include: ['src/**/*.test.{ts,tsx}', 'tests/unit/**/*.test.ts'] },
});
