/** Every sample parses in its language, whatever is put into its holes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { makeSample, sampleLanguages } from '../../src/samples/make-sample.ts';
import { fillHoles } from '../../src/samples/code/fill-holes.ts';
import { escapeLiteral, type Literal } from '../../src/samples/code/string-literal.ts';
import { openParser, shapeOf } from '../samples/grammars.ts';
import { randomRequest } from '../samples/random-request.ts';
import { readRequests } from '../samples/requests.ts';

const requests = readRequests();

/** Characters that end literals, begin code in them, or are odd in some language. */
const hostile = fc.string({
  unit: fc.constantFrom(
    ...`'"\`\\\${}#@%()<>&;=?/*-+ \n\r\tx1é`,
    '\0',
    '\x07',
    '\u2028',
    '\ufeff',
    '🎲',
    '"""',
    "'''",
    'EOF',
    'JSON',
    '\nJSON',
    '\nXML',
    '$(id)',
    '#{1}',
    '${1}',
    '\\u0022',
    '*/',
    '?>',
  ),
});

for (const language of sampleLanguages) {
  test(`${language}: samples parse`, async () => {
    const parse = await openParser(language);
    for (const { name, request, values } of requests) {
      const sample = makeSample(request, language);
      if (!sample) continue;
      const code = fillHoles(sample, values);
      assert.equal(parse(code).hasError, false, `${name}\n${code}`);
    }
  });

  test(`${language}: samples of odd requests parse`, async () => {
    const parse = await openParser(language);
    fc.assert(
      fc.property(randomRequest, (request) => {
        const sample = makeSample(request, language)!;
        assert.equal(parse(sample.code).hasError, false, sample.code);
      }),
      { numRuns: 200 },
    );
  });

  test(`${language}: nothing that is put into a hole gets out of it`, async () => {
    const parse = await openParser(language);
    const holed = requests.filter(({ values }) => values.size);
    fc.assert(
      fc.property(fc.constantFrom(...holed), hostile, ({ request, values }, value) => {
        const sample = makeSample(request, language);
        if (!sample) return;
        const json = new Set(
          sample.holes
            .filter(({ encoding }) => encoding.startsWith('json '))
            .map(({ name }) => name),
        );
        const filled = new Map(
          [...values.keys()].map((name) => [name, json.has(name) ? JSON.stringify(value) : value]),
        );
        const code = fillHoles(sample, filled);
        const root = parse(code);
        assert.equal(root.hasError, false, code);
        const plain = new Map(
          [...filled.keys()].map((name) => [name, json.has(name) ? '"x"' : 'x']),
        );
        assert.equal(shapeOf(root), shapeOf(parse(fillHoles(sample, plain))), code);
      }),
      { numRuns: 150 },
    );
  });
}

/** Literals of languages that Node can read on its own. */
const readers: [Literal, (inside: string) => unknown][] = [
  ['js', (inside) => new Function(`return '${inside}'`)()],
  ['js-template', (inside) => new Function(`return \`${inside}\``)()],
  ['shell', (inside) => inside.replaceAll("'\\''", "'")],
  ['php', (inside) => inside.replaceAll(/\\([\\'])/g, '$1')],
  ['python', (inside) => new Function(`return '${inside}'`)()],
  ['java', (inside) => new Function(`return "${inside}"`)()],
  ['csharp', (inside) => new Function(`return "${inside}"`)()],
  ['go', (inside) => new Function(`return "${inside}"`)()],
  [
    'ruby',
    (inside) =>
      new Function(
        `return "${inside.replaceAll(/\\([\\#])/g, (pair, mark) => (mark === '#' ? '#' : pair))}"`,
      )(),
  ],
];

test('a literal reads as the text that was written into it', () => {
  for (const [literal, read] of readers) {
    fc.assert(
      fc.property(hostile, (text) => {
        const wanted = literal === 'shell' || literal === 'php' ? text.replaceAll('\0', '') : text;
        assert.equal(read(escapeLiteral(literal, text)), wanted, literal);
      }),
    );
  }
});
