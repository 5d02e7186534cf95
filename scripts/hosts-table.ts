// Part of npm run test:hosts: writes what held on the pages of hosts, in both browsers, to docs/hosts.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { root } from './setup.mjs';

const BROWSERS = ['chromium', 'firefox'] as const;
const reportSchema = v.object({
  testResults: v.array(
    v.object({
      assertionResults: v.array(
        v.object({ ancestorTitles: v.array(v.string()), title: v.string(), status: v.string() }),
      ),
    }),
  ),
});

const { testResults } = v.parse(
  reportSchema,
  JSON.parse(readFileSync(join(root, '.output/reports/hosts.json'), 'utf8')),
);
/** By what was asked: how it ended, by browser. */
const rows = new Map<string, Map<string, string>>();
for (const { ancestorTitles, title, status } of testResults.flatMap((file) => file.assertionResults)) {
  const [group = '', browser = ''] = ancestorTitles.at(-1)!.split(' in ');
  const asked = group === 'hosts' ? title.replaceAll("'", '') : `${group}: ${title}`;
  rows.set(asked, (rows.get(asked) ?? new Map()).set(browser, status === 'passed' ? 'held' : status));
}
const lines = [...rows].map(
  ([asked, by]) => `| ${asked} | ${BROWSERS.map((browser) => by.get(browser) ?? 'not run').join(' | ')} |`,
);
writeFileSync(
  join(root, 'docs/hosts.md'),
  `# Hosts

Written by \`npm run test:hosts\`. Every page behaves like its host (what saves when the focus leaves, what closes on Escape, one-letter shortcuts, the policy it sends) and is served under the host\u2019s real name; none of them is the host itself, and nothing was run against a live site.

*What it is, and nothing of it happens*: the host, the kind of page, the title and whose text it is are told right; a mark stands; the card is opened by a press, walked through by keys, put off, answered and taken back; and nothing of the page was saved, sent, closed or triggered by any of it, where a press or a key of the page\u2019s own does.

| what was asked | Chromium | Firefox |
| --- | --- | --- |
${lines.join('\n')}

Slack, Gmail, GitLab, Notion, Linear, Outlook, Azure DevOps, Asana, HackMD and every other page that a person turns on are read by the editor they use (\`docs/editors.md\`); the sites themselves are untested. Slides, drawings and spreadsheets cannot be read.
`,
);
