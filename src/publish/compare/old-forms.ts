/** The links that other tools give to the parts of a description (`shared/links/old-link.ts`). */
import type { Operation } from '../../openapi/index.ts';

/** As `slugify` has it, which Redoc 2 uses. */
const slug = (text: string): string =>
  text
    .trim()
    .replace(/[^\p{L}\p{N}\s_.~!*'():@-]+/gu, '')
    .replace(/\s+/g, '-');

const low = (text: string): string => slug(text).toLowerCase();

/** As Swagger UI writes an operation without an operationId. */
const byPath = ({ method, path, name }: Operation): string =>
  method.toLowerCase() + (path || name || '').replace(/\W/g, '_');

/** What each tool calls an operation: after `#`, as it stands in an address. */
export function oldForms(operation: Operation): [tool: string, link: string][] {
  const { operationId, method, path, kind, name = '', tags } = operation;
  const isHook = kind === 'webhook';
  const [tag] = tags;
  const verb = method.toLowerCase();
  const pointer = `paths/${(path || name).replaceAll('~', '~0').replaceAll('/', '~1')}/${verb}`;
  const within = (prefix: string, rest: string) => (tag === undefined ? '' : prefix) + rest;
  const called = operationId ?? byPath(operation);
  const scalar = isHook ? `webhook/${method}/${low(name)}` : `${method}${path}`;
  return [
    [
      'Redoc 2',
      within(`tag/${slug(tag ?? '')}/`, operationId ? `operation/${operationId}` : pointer),
    ],
    [
      'Redoc 3',
      `/${low(tag ?? (isHook ? 'webhooks' : 'other'))}/${(operationId ?? pointer).toLowerCase()}`,
    ],
    ['Scalar', within(`tag/${low(tag ?? '')}/`, scalar)],
    ['Swagger UI', `/${encodeURIComponent(tag ?? (isHook ? 'webhooks' : 'default'))}/${called}`],
    ...(operationId && !isHook ? [['widdershins', `opId${operationId}`] as [string, string]] : []),
  ];
}
