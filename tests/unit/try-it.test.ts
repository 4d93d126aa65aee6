/**
 * Endpoints with tables, as authors write them, beside the form that they become, and beside the
 * request and the sample that the form begins with. `UPDATE_FIXTURES=1` writes them anew.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { endpoints } from '../../src/markup/endpoints/endpoints.ts';
import { outlineOf } from '../../src/markup/headings/headings.ts';
import { splitRows } from '../../src/markup/rows/split-rows.ts';
import { parameterTables } from '../../src/markup/tables/parameter-tables.ts';
import { tryItOf } from '../../src/markup/try-it/try-it.ts';
import { fillHoles } from '../../src/samples/code/fill-holes.ts';
import { makeSample } from '../../src/samples/make-sample.ts';
import { describedRequest } from '../../src/samples/request/described-request.ts';
import { buildRequest, type TypedValues } from '../../src/shared/request/build-request.ts';
import { holeValues } from '../../src/shared/request/hole-values.ts';
import type { TryItOperation } from '../../src/shared/request/try-it.ts';
import { slateToHast } from '../../src/slate/parse.ts';

const folder = fileURLToPath(new URL('../fixtures/try-it/', import.meta.url));
const server = 'https://api.example.com';

function operationsOf(markdown: string): TryItOperation[] {
  const tree = slateToHast(markdown, { file: 'x.md', report: () => {} });
  endpoints(tree);
  outlineOf(tree);
  parameterTables(tree, { wantId: () => 0, open: 0 });
  const rows = splitRows(tree, { columns: 3, centred: () => false });
  return [...tryItOf(rows, { server }, '').values()].flatMap(({ operations }) =>
    Object.values(operations),
  );
}

/** What the form of an operation begins with. */
function begun(operation: TryItOperation): TypedValues {
  const [described] = operation.bodies ?? [];
  const typed = described?.fields?.map((field) => ({ field, text: field.value ?? '' }));
  return {
    server,
    parameters: operation.parameters.map((one) => [one, one.value ?? '']),
    ...(described && { body: { described, typed: typed! } }),
  };
}

for (const name of readdirSync(folder).filter((file) => file.endsWith('.md')))
  test(name, () => {
    const shown = operationsOf(readFileSync(folder + name, 'utf8')).map((operation) => {
      const values = begun(operation);
      const { url, init } = buildRequest(operation, values);
      const sample = makeSample(describedRequest(operation, server), 'shell')!;
      const body = typeof init.body === 'string' ? init.body : undefined;
      return {
        operation,
        request: { url, ...init, body },
        sample: fillHoles(sample, holeValues(values)).split('\n'),
      };
    });
    const file = `${folder + name.replace('.md', '.json')}`;
    const text = `${JSON.stringify(shown, null, 2)}\n`;
    if (process.env.UPDATE_FIXTURES) writeFileSync(file, text);
    assert.equal(text, readFileSync(file, 'utf8'));
  });
