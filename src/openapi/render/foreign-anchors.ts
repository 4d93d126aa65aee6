/** Links that owners wrote for another tool's page, as they lead here. */
import { slugOf } from '../plan/ids.ts';
import { decode } from '../../shared/decode.ts';
import { pointerParts } from '../files/pointer.ts';
import type { RenderContext } from './context.ts';

/**
 * @param href a link of a description
 * @returns where it leads here: of Redoc's, Scalar's and Swagger UI's links and of JSON pointers;
 *   any other as it is
 */
export function ownAnchor(href: string, context: RenderContext): string {
  if (!href.startsWith('#')) return href;
  const target = decode(href.slice(1)).replace(/^\//, '');
  const id =
    pointed(target, context) ??
    named(/(?:^|\/)operation\/(.+)$/.exec(target)?.[1], context) ??
    byMethod(/^tag\/[^/]+\/([A-Za-z]+)(\/.+)$/.exec(target), context) ??
    prefixed('tag-', /^tag\/([^/]+)$/.exec(target)?.[1]) ??
    prefixed('', /^section\/(?:.*\/)?([^/]+)$/.exec(target)?.[1]) ??
    named(/^[^/]+\/([^/]+)$/.exec(target)?.[1], context);
  return id === undefined ? href : `#${id}`;
}

const prefixed = (prefix: string, text: string | undefined): string | undefined =>
  text === undefined ? undefined : prefix + slugOf(text);

const named = (
  operationId: string | undefined,
  { operations }: RenderContext,
): string | undefined => (operationId === undefined ? undefined : operations.get(operationId)?.id);

const byMethod = (found: RegExpExecArray | null, { api }: RenderContext): string | undefined =>
  found
    ? api.operations.find((one) => one.method === found[1]!.toUpperCase() && one.path === found[2])
        ?.id
    : undefined;

/** `components/schemas/Pet`, `paths/~1pets/get`. */
function pointed(target: string, { api }: RenderContext): string | undefined {
  const [first, second, third] = pointerParts(`/${target}`);
  if (first === 'components' && second === 'schemas')
    return api.schemas.find(({ name }) => name === third)?.id;
  if (first === 'definitions') return api.schemas.find(({ name }) => name === second)?.id;
  if (first !== 'paths') return undefined;
  return api.operations.find((one) => one.path === second && one.method === third?.toUpperCase())
    ?.id;
}
