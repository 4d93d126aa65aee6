/** In `dev`, Vite may compile a save before the session has read it, and go on compiling it when the next has been read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MdxFindings } from '../../src/build/mdx/findings.ts';
import type { Finding } from '../../src/diagnostics/diagnostic.ts';

const fine = '\n# As\n\nText.\n';
const broken = `${fine}\n<Foo/>\n`;
const blanked = (text: string) => `\uFEFF   \n        \n   \n${text}`;
const finding: Finding = { kind: 'mdx-component', file: 'a.mdx', message: 'no <Foo>' };

class Readings {
  told: string[] = [];
  readonly findings = new MdxFindings(({ message }) => void this.told.push(message));
  #text = '';

  read(text: string, rest = ''): string[] {
    this.told = [];
    this.#text = text;
    this.findings.read();
    this.findings.has('a.mdx', text, rest);
    return this.told;
  }

  begin(compiled: string, rest = '') {
    return this.findings.begin('a.mdx', compiled, this.#text, rest);
  }
}

test('what was found is told again at every reading, as long as text and front matter are the same', () => {
  const readings = new Readings();
  readings.read(broken);
  readings.begin(blanked(broken)).report(finding);
  assert.deepEqual(readings.told, ['no <Foo>']);
  assert.deepEqual(readings.read(broken), ['no <Foo>']);
  assert.deepEqual(readings.read(broken, 'other front matter'), []);
  assert.deepEqual(readings.read(fine), []);
});

test('a save that is compiled before it is read is told when it is read, and not when it is mended', () => {
  const readings = new Readings();
  readings.read(fine);
  readings.begin(blanked(fine)).setOutline([]);
  readings.read(fine);
  const early = readings.begin(blanked(broken));
  early.report(finding);
  early.setOutline([{ id: 'early', level: 1 } as never]);
  assert.deepEqual(readings.told, []);
  assert.deepEqual(readings.findings.outlineOf('a.mdx'), []);
  assert.deepEqual(readings.read(fine), [], 'mended before it was ever read');
  assert.deepEqual(readings.read(broken), ['no <Foo>']);
  assert.equal(readings.findings.outlineOf('a.mdx')!.length, 1);
  assert.deepEqual(readings.read(fine), []);
  assert.deepEqual(readings.findings.outlineOf('a.mdx'), []);
});

test('a save that is still being compiled when the next has been read keeps what it finds to itself', () => {
  const readings = new Readings();
  readings.read(fine);
  readings.read(broken);
  const late = readings.begin(blanked(broken));
  readings.read(fine);
  late.report(finding);
  late.setOutline([]);
  assert.deepEqual(readings.told, []);
  assert.equal(readings.findings.outlineOf('a.mdx'), undefined);
});

test('front matter that the compiler does not blank is no other text', () => {
  const readings = new Readings();
  readings.read(fine);
  readings.read(fine);
  readings.begin(`---\r\ntitle: A\r\n---\r\n${fine.replaceAll('\n', '\r\n')}`).report(finding);
  assert.deepEqual(readings.told, ['no <Foo>']);
});
