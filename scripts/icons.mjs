// Draws public/icon/*.png from the icon's svg files, in a Chromium found by its usual place or BROWSER_BIN.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

const root = join(import.meta.dirname, '..');
const browser = await puppeteer.launch({
  executablePath: process.env.BROWSER_BIN ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const page = await browser.newPage();
  await mkdir(join(root, 'public/icon'), { recursive: true });
  for (const [file, ending] of [
    ['icon.svg', ''],
    ['icon-off.svg', '-off'],
  ]) {
    const svg = await readFile(join(root, 'src/look', file), 'utf8');
    for (const size of [16, 32, 48, 96, 128]) {
      await page.setViewport({ width: size, height: size });
      const address = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
      await page.setContent(
        `<style>body{margin:0}img{display:block}</style><img width="${size}" height="${size}" src="${address}">`,
      );
      const png = await page.screenshot({ omitBackground: true });
      await writeFile(join(root, 'public/icon', `${size}${ending}.png`), png);
    }
  }
} finally {
  await browser.close();
}
