import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startDocsBridge } from '../src/page/docs/bridge.ts';

/** The page world of Google Docs, from document start: it only reads. */
export default defineUnlistedScript(() => startDocsBridge(window));
