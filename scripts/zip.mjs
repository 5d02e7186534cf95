// npm run zip: the packages for the stores, each also without the new tab for those who want it so.
import { spawnSync } from 'node:child_process';
import { ensurePackages, root } from './setup.mjs';

ensurePackages();
for (const variant of ['', 'no-newtab']) {
  for (const target of [[], ['-b', 'firefox', '--mv3']]) {
    const env = { ...process.env, STAFFWISE_STORE: '1', STAFFWISE_VARIANT: variant };
    const { status } = spawnSync('npx', ['wxt', 'zip', ...target], {
      cwd: root,
      stdio: 'inherit',
      env,
      shell: process.platform === 'win32',
    });
    if (status !== 0) process.exit(status ?? 1);
  }
}
