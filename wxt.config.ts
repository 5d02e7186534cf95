import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'wxt';
import { HEADS_FILE } from './src/engine/relevance/encoder/heads.ts';
import { MODEL_FILE } from './src/engine/relevance/pack.ts';
import { GUIDANCE_FILE, guidanceOf } from './src/library/guidance.ts';
import { libraryPlugin, soundContent } from './src/library/plugin.ts';
import { inlineStyles, styleSource } from './src/look/inline-styles.ts';
import { polyfillModule } from './src/platform/polyfill-module.ts';
import { headsFile, modelFile } from './src/train/artifacts.ts';
import { popupChunks } from './src/ui/chunks.ts';

// Firefox and Chrome both need stable ids from the first commit: storage and links hang on them.
const GECKO_ID = 'staffwise@staffwise.example';
const CHROME_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAp1/YS8szwnR/5kHYjFOxVTtp1mu/cAFLK4/31/6z3WIob+cuJkq1ZAQZ/VWULzs8ej+gPSFDaV8yW3+26/4W0KtZHMysl0MybPcV9NVn2V4h2o8zKpb6s7wr8s5zj5JtYc2EhPklx6FUe+YOYrP7Vc27tcUv6qaIh884SnQ9sdVxa4RVIcYiMoJmy+gi5EurW44kXwmJhPyugFrA49r68WfUxT6gNj0t53TXoVugbeYItrmtkc+NW5BXh7UazeX873of6gSV8dZo6qOp+wJnGAVoGA4jcZIlrLLZTGwLcgpobrpujkHaCwAO2WHnp6UkABkkJVEL7P1qHcENfBxvuQIDAQAB';

/** Stores sign with a key of their own; set by `npm run zip`. */
const FOR_STORE = process.env.STAFFWISE_STORE === '1';
/** `no-newtab` leaves the browser's own new tab alone. */
const VARIANT = process.env.STAFFWISE_VARIANT ?? '';

/** Pages whose style sheets stand in them. */
const STYLED = ['newtab', 'popup'];

/** The policy of all pages; some have one style block of their own, let in by its hash. */
const policy = (styles: string) =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self'${styles}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types ProseMirrorClipboard',
  ].join('; ');

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  targetBrowsers: ['chrome', 'firefox'],
  vite: () => ({
    plugins: [libraryPlugin(), polyfillModule(), inlineStyles(STYLED)],
    // The polyfill would be a call of `fetch`; every supported browser preloads modules by itself.
    // Colors come in pairs by light-dark(), which must not be lowered: then they would follow the system, and in a
    // page they follow what that page paints.
    build: { modulePreload: { polyfill: false }, cssTarget: ['chrome148', 'firefox153'] },
  }),
  hooks: {
    'vite:build:extendConfig'(entrypoints, config) {
      if (!entrypoints.some(({ name }) => name === 'popup')) return;
      const output = config.build?.rollupOptions?.output;
      if (!output || Array.isArray(output)) throw new Error('the pages are not built as they were');
      output.codeSplitting = {
        includeDependenciesRecursively: false,
        groups: [{ name: popupChunks(import.meta.dirname) }],
      };
    },
    'build:publicAssets'(_, files) {
      const content = soundContent();
      files.push({ relativeDest: GUIDANCE_FILE, contents: JSON.stringify(guidanceOf(content)) });
      files.push({ relativeDest: MODEL_FILE, absoluteSrc: modelFile(content, import.meta.dirname) });
      files.push({ relativeDest: HEADS_FILE, absoluteSrc: headsFile(content, import.meta.dirname) });
    },
    'build:manifestGenerated'({ config }, manifest) {
      if (VARIANT === 'no-newtab') delete manifest.chrome_url_overrides;
      // Vite's development sockets would be blocked by connect-src 'self'.
      if (config.command !== 'build') return;
      const styles = STYLED.map((page) =>
        styleSource(readFileSync(join(config.outDir, `${page}.html`), 'utf8')),
      );
      manifest.content_security_policy = { extension_pages: policy(styles.join('')) };
    },
  },
  zip: { artifactTemplate: `staffwise-{{version}}-{{browser}}${VARIANT && `-${VARIANT}`}.zip` },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'activeTab', 'contextMenus', 'alarms'],
    optional_host_permissions: ['*://*/*'],
    incognito: 'not_allowed' as const,
    action: { default_title: '__MSG_name__' },
    omnibox: { keyword: 'sw' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Period' } },
      'open-panel': { description: '__MSG_commands_openPanel__' },
      'toggle-presenting': { description: '__MSG_commands_togglePresenting__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: GECKO_ID,
              strict_min_version: '153.0',
              data_collection_permissions: { required: ['none' as const] },
            },
          },
        }
      : { minimum_chrome_version: '148', ...(FOR_STORE ? {} : { key: CHROME_KEY }) }),
  }),
});
