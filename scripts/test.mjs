// npm test: installs what is missing, then every check; the last line counts what passed and failed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser, ensurePackages, root, say } from './setup.mjs';

const reports = join(root, '.output/reports');
const started = Date.now();
const count = { passed: 0, failed: 0 };

ensurePackages();
await ensureBrowser('chromium');
await ensureBrowser('firefox');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const steps = [
  ['types', 'npx', ['wxt', 'prepare'], 'npx', ['tsc', '--noEmit']],
  ['lint', 'npx', ['biome', 'check', '.'], 'node', ['scripts/run.mjs', 'check-imports']],
  ['library', 'node', ['scripts/run.mjs', 'check-content']],
  ['unit', 'npx', vitest('unit')],
  ['build', 'npm', ['run', '--silent', 'build']],
  ['what was built', 'npx', vitest('built', 'vitest.built.config.ts')],
  ['Chromium', 'npx', vitest('chromium', 'vitest.e2e.config.ts', '--project', 'chromium')],
  ['Firefox', 'npx', vitest('firefox', 'vitest.e2e.config.ts', '--project', 'firefox')],
];
const only = process.argv.slice(2);
for (const [name, ...commands] of steps) if (only.length === 0 || only.includes(name)) step(name, commands);
say(`npm test took ${Math.round((Date.now() - started) / 1000)} s.`);
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exit(count.failed > 0 || count.passed === 0 ? 1 : 0);

function vitest(name, config = 'vitest.config.ts', ...more) {
  const report = `--outputFile.json=${join(reports, `${name}.json`)}`;
  return ['vitest', 'run', '--config', config, '--reporter=default', '--reporter=json', report, ...more];
}

/** Runs a step's commands; counts its tests where it has some, else the step itself. */
function step(name, commands) {
  const before = Date.now();
  say(`\n— ${name}`);
  let failed = false;
  for (let at = 0; at < commands.length && !failed; at += 2)
    failed = !succeeds(commands[at], commands[at + 1]);
  const tests = testsOf(commands[1]);
  count.passed += tests ? tests.passed : failed ? 0 : 1;
  count.failed += tests ? Math.max(tests.failed, failed ? 1 : 0) : failed ? 1 : 0;
  say(`— ${name}: ${failed ? 'FAILED' : 'ok'} (${((Date.now() - before) / 1000).toFixed(1)} s)`);
}

function succeeds(command, args) {
  return (
    spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status ===
    0
  );
}

function testsOf(args) {
  const report = args.find((arg) => arg.startsWith('--outputFile.json='))?.split('=')[1];
  if (!report) return null;
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests };
}
