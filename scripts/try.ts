import { launch } from '../tests/e2e/driver/driver.ts';
import { serveEditors } from '../tests/editors/serve.ts';

const server = await serveEditors();
console.log(server.origin);
for (const name of ['firefox'] as const) {
  const driver = await launch(name);
  console.log(name, driver.origin);
  const page = await driver.open(`${server.origin}/prosemirror/`);
  console.log(await page.title(), await page.evaluate('probe.model()'));
  await driver.killBackground();
  console.log(await driver.foreignRequests());
}
await server.close();
