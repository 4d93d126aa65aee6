/** The rule by which links to another tool's reference lead to their operation. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { chaptersOf, readDescription, type Operation } from '../../src/openapi/index.ts';
import { oldForms } from '../../src/publish/compare/old-forms.ts';
import { oldAnchor, oldLinkTarget, type OldLinkEntry } from '../../src/shared/links/old-link.ts';

const fixtures = path.join(import.meta.dirname, '../fixtures/old-links');
const shared = path.join(import.meta.dirname, '../../../shared/openapi');

function read(file: string) {
  const { api, uses } = readDescription(file);
  const chapters = chaptersOf(api!, uses!);
  const ofOperation = ({ id, method, path: at, name, operationId }: Operation): OldLinkEntry => [
    id,
    method,
    at || name!,
    operationId ?? id,
  ];
  const operations = [...api!.operations, ...api!.webhooks];
  const entries: OldLinkEntry[] = [
    ...chapters.map(({ id }): OldLinkEntry => [id]),
    ...operations.map(ofOperation),
    ...api!.schemas.map(({ id }): OldLinkEntry => [id]),
  ];
  return { operations, entries, title: api!.info.title };
}

test('links of five tools, as they were read off them', () => {
  const { entries, title } = read(path.join(fixtures, 'openapi.yaml'));
  const rows = readFileSync(path.join(fixtures, 'links.txt'), 'utf8')
    .split('\n')
    .flatMap((line) => (line.includes(' → ') ? [line.split(' → ')] : []));
  assert.ok(rows.length > 50);
  assert.deepEqual(
    rows.map(([link = '']) => [
      link,
      oldLinkTarget(link, entries, title) ?? oldAnchor(link) ?? link.slice(1),
    ]),
    rows,
  );
});

for (const name of ['redoc-demo', 'datadog-v1'])
  test(`every link of five tools to an operation of ${name} lands on it`, {
    skip: !existsSync(path.join(shared, name)),
  }, () => {
    const { operations, entries, title } = read(path.join(shared, name, 'openapi.yaml'));
    const astray = operations.flatMap((operation) =>
      oldForms(operation).flatMap(([tool, link]) => {
        const id = oldLinkTarget(`#${link}`, entries, title);
        return id === operation.id ? [] : [`${tool}: ${link} → ${id}`];
      }),
    );
    assert.deepEqual(astray, []);
  });

test('what is of no known form leads nowhere', () => {
  const { entries, title } = read(path.join(fixtures, 'openapi.yaml'));
  for (const link of [
    '',
    '#',
    '#/',
    '#operation/',
    '#tag/',
    '#%E0%A4%A',
    '#/a/b',
    '#paths/x',
    '#opId',
  ])
    assert.equal(oldLinkTarget(link, entries, title), undefined, link);
});
