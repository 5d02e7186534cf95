import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startPage } from '../src/page/start.ts';
import { extensionAlive, openPagePort } from '../src/platform/page-port.ts';

/** Names in the script's own world, by which later runs and the background find an earlier one. */
const STEP_DOWN = Symbol.for('staffwise.stepDown');
const READ_RENDERED = Symbol.for('staffwise.readRendered');

/** The page script. Run twice in one page, the newer run ends the older one. */
export default defineUnlistedScript(() => {
  const world = globalThis as { [STEP_DOWN]?: AbortController; [READ_RENDERED]?: () => void };
  world[STEP_DOWN]?.abort();
  const controller = new AbortController();
  world[STEP_DOWN] = controller;
  const page = startPage({
    window,
    signal: controller.signal,
    alive: extensionAlive,
    connect: openPagePort,
  });
  world[READ_RENDERED] = () => page.readRendered();
});
