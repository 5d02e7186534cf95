import { serveEditors } from '../tests/editors/serve.ts';
import { launch } from '../tests/e2e/driver/driver.ts';
import { FirefoxLayer } from '../tests/e2e/driver/firefox-layer.ts';
import { LayerProbe } from '../tests/editors/layer.ts';
const server = await serveEditors();
for (const name of (process.argv[2] ?? 'chromium,firefox').split(',') as ('chromium' | 'firefox')[]) {
  const driver = await launch(name);
  console.log(name, driver.origin);
  const page = await driver.open(`${server.origin}/prosemirror/`);
  await driver.allow(server.origin);
  for (const path of ['popup', 'newtab', 'options', 'sidepanel', 'library', 'welcome']) {
    const own = await driver.openOwn(`${path}.html`).catch((e) => { console.log(path, String(e)); return null; });
    if (!own) continue;
    await own.screenshot({ path: `/tmp/shot-${name}-${path}.png` as never });
    await own.close();
  }
  await driver.close();
}
await server.close();
