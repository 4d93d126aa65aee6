/** An operation from an author's own endpoint and tables of parameters. */
import type { Element } from 'hast';
import type { FrontMatter } from '../../source/front-matter/front-matter.ts';
import { pathParts } from '../../shared/endpoint.ts';
import { classesOf, collapse, isElement, textOf } from '../../shared/hast/text.ts';
import type {
  TryItBody,
  TryItField,
  TryItOperation,
  TryItParameter,
  TryItScheme,
} from '../../shared/request/try-it.ts';
import type { SplitRow } from '../rows/split-rows.ts';
import { keyScheme, nameHoles, sendingOf } from '../../samples/request/sending.ts';
import { readTable, type TableValue } from './read-table.ts';

/** @returns undefined where there is no table, or nowhere to send to */
export function readOperation(
  endpoint: Element,
  rows: readonly SplitRow[],
  option: Exclude<FrontMatter['try_it'], false>,
): TryItOperation | undefined {
  const [methodNode, pathNode] = endpoint.children.filter((child) =>
    isElement(child, 'span', 'code'),
  );
  const method = methodNode ? collapse(textOf(methodNode)) : '';
  const target = readTarget(pathNode ? textOf(pathNode).trim() : '');
  const options = option === true ? {} : option;
  const server = options.server ?? target.origin;
  const tables = rows.flatMap((row) => tablesOf(row));
  if (!server || !tables.length) return undefined;
  const inPath = new Set(target.names);
  const hasBody = !/^(GET|HEAD|DELETE|OPTIONS)$/.test(method);
  const takesBody = !/^(GET|HEAD)$/.test(method);
  const values = tables.flatMap(({ table, label }) => readTable(table, label));
  const placed = values.map((value) => ({
    value,
    place: inPath.has(value.name) ? 'path' : (value.place ?? (hasBody ? 'body' : 'query')),
  }));
  const isSecret = ({ value, place }: (typeof placed)[number]): boolean =>
    place === 'header' && /^authorization$|api-?key|token$/i.test(value.name);
  const fields = placed.filter(({ place }) => place === 'body').map(({ value }) => value);
  const body = bodyOf(fields);
  const security = [...schemesOf(options.auth), ...placed.filter(isSecret).map(keyOf)];
  return nameHoles({
    method,
    path: target.path,
    servers: [{ url: server.replace(/\/+$/, '') }],
    parameters: [
      ...target.names.map((name) => {
        const described = placed.find(({ value }) => value.name === name);
        return parameterOf('path', { ...described?.value, name, required: true });
      }),
      ...placed
        .filter((one) => one.place !== 'path' && one.place !== 'body' && !isSecret(one))
        .map(({ value, place }) => parameterOf(place as 'query', value)),
      ...target.query
        .filter((name) => !values.some((value) => value.name === name))
        .map((name) => parameterOf('query', { name })),
    ],
    ...(body && takesBody && { bodies: [body] }),
    ...(security.length && { security: [security] }),
  });
}

const parameterOf = (place: TryItParameter['in'], value: TableValue): TryItParameter => {
  const { shape, ...details } = detailsOf(value);
  return { ...details, in: place, ...sendingOf({ in: place, name: value.name, shape }) };
};

/** The scheme that the owner names: `basic`, `bearer`, or the header of a key. */
function schemesOf(auth: string | undefined): TryItScheme[] {
  if (!auth || auth === 'none') return [];
  if (auth === 'basic') return [{ name: auth, kind: 'basic' }];
  if (auth === 'bearer') return [{ name: auth, kind: 'bearer' }];
  return [keyScheme(auth, 'header', auth)];
}

const keyOf = ({ value: { name } }: { value: TableValue }): TryItScheme =>
  keyScheme(name, 'header', name);

interface Target {
  /** Of an absolute URL. */
  origin?: string;
  /** With `{name}` at each place. */
  path: string;
  names: string[];
  /** Names that the path has behind `?`. */
  query: string[];
}

/** `https://host/x/:id?limit=5`, `{{base}}/x/<id>` */
function readTarget(written: string): Target {
  const [, origin, rest = ''] = /^((?:https?|wss?):\/\/[^/?#]*)?(.*)$/s.exec(written)!;
  const parts = pathParts(rest.replace(/[?#].*$/s, ''));
  // A placeholder before the first slash stands for the server.
  if (!origin && parts[0]?.parameter && parts[1]?.text.startsWith('/')) parts.shift();
  const nameOf = (text: string): string => text.replace(/^[{<:]+|[}>]+$/g, '').trim();
  const path = parts
    .map(({ text, parameter }) => (parameter ? `{${nameOf(text)}}` : text))
    .join('');
  const names = parts.filter(({ parameter }) => parameter).map(({ text }) => nameOf(text));
  const search = /\?([^#]*)/.exec(rest)?.[1] ?? '';
  const query = search
    .split('&')
    .map((pair) => pair.split('=')[0]!.replace(/^\{\?|[[\]{}<>]/g, ''));
  return {
    ...(origin && { origin }),
    path: path.startsWith('/') ? path : `/${path}`,
    names: [...new Set(names)],
    query: [...new Set(query.filter((name) => /^[\w.$-]+$/.test(name)))],
  };
}

interface LabelledTable {
  table: Element;
  /** Of the heading, the paragraph or the caption before it. */
  label: string;
}

/** What answers and errors hold is not sent. */
const answers = /\b(respon|return|result|error|answer|status code|output)/i;

function tablesOf({ nodes }: SplitRow): LabelledTable[] {
  const found: LabelledTable[] = [];
  let label = '';
  const walk = (children: readonly Element['children'][number][]): void => {
    for (const node of children) {
      if (!isElement(node)) continue;
      if (node.tagName === 'table') {
        const isOne = classesOf(node).includes('parameters') && !answers.test(label);
        if (isOne) found.push({ table: node, label });
      } else if (/^(h[1-6]|p|strong|figcaption|summary)$/.test(node.tagName)) {
        const text = collapse(textOf(node));
        if (text.length < 120) label = text;
      } else walk(node.children);
    }
  };
  walk(nodes);
  return found;
}

const detailsOf = ({ place: _, isFile: __, isForm: ___, ...details }: TableValue) => details;

function bodyOf(values: readonly TableValue[]): TryItBody | undefined {
  if (!values.length) return undefined;
  const isFile = values.some((value) => value.isFile);
  const isForm = values.some((value) => value.isForm);
  const fields = values.map((value): TryItField => {
    const { shape, ...details } = detailsOf(value);
    return {
      ...details,
      ...((isFile || isForm) && sendingOf({ in: 'form', name: value.name, shape })),
      ...(value.isFile && { file: true }),
    };
  });
  if (isFile) return { kind: 'multipart', type: 'multipart/form-data', fields };
  return isForm
    ? { kind: 'form', type: 'application/x-www-form-urlencoded', fields }
    : { kind: 'json', type: 'application/json', fields };
}
