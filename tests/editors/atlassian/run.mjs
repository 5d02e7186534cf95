// npm run test:atlassian: installs Atlassian's own editor (4.9 GB, some minutes), builds its page beside those of the
// other engines, and asks it what they are asked, in every surrounding.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensurePackages, giveUp, root, run } from '../../../scripts/setup.mjs';

const engines = join(root, 'tests/editors/engines');
for (const folder of [engines, import.meta.dirname]) {
  ensurePackages(folder);
  run('node', [join(folder, 'build.mjs')], 'Building the pages of the editors');
}
const asked = ['vitest', 'run', '--config', 'vitest.e2e.config.ts', '--project', 'chromium'];
const { status } = spawnSync('npx', [...asked, 'tests/editors/engines.test.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, STAFFWISE_MATRIX: 'atlaskit' },
});
if (status !== 0) giveUp('Not everything held: docs/editors.md says what.');
