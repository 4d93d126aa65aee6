/** Whether a site has all that it names. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { filesOf } from './site.ts';

/** Every address of ours that a page or a style sheet names exists. */
export function isWhole(out: string): void {
  const files = filesOf(out);
  assert.ok(
    files.some((file) => /^_astro\/.*\.css$/.test(file)),
    'no style sheet',
  );
  for (const file of files.filter((each) => each.endsWith('.html'))) {
    const html = readFileSync(path.join(out, file), 'utf8');
    assert.match(html, /<link rel="stylesheet"/, file);
    for (const [, address] of html.matchAll(
      /(?:src|href)="(\/[^"#?]*\.(?:js|css|svg|json|woff2))"/g,
    ))
      assert.ok(
        existsSync(path.join(out, decodeURI(address!))),
        `${file}: ${address} is not there`,
      );
  }
}
