/** Operations of paths, webhooks and callbacks. */
import type { Operation, Server } from '../model.ts';
import {
  entries,
  field,
  isInternal,
  isMap,
  isTrue,
  items,
  type Node,
  text,
  textItems,
} from '../files/description-file.ts';
import { codeSamplesOf } from './code-samples.ts';
import { mediaTypesOf } from './content.ts';
import { externalDocsOf, placeOf, proseOf, type ReadContext } from './context.ts';
import { parameterOf, writtenParameters, type WrittenParameter } from './parameter.ts';
import { responsesOf } from './response.ts';
import { securityOf } from './security.ts';
import { serversOf } from './server.ts';
import { swaggerBody } from './swagger.ts';
import { isTitle, titleText } from './title.ts';

const methods = new Set([
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
  'query',
]);

/** What holds operations by their methods. */
export interface Item {
  kind: Operation['kind'];
  /** Path, or name of a webhook or callback. */
  name: string;
  node: Node;
}

export interface WrittenOperation {
  item: Item;
  /** Upper case. */
  method: string;
  node: Node;
}

/** Operations of a path item, 3.2's `additionalOperations` too. */
export function writtenOperations(item: Item, context: ReadContext): WrittenOperation[] {
  const found: WrittenOperation[] = [];
  if (isInternal(item.node)) return found;
  const add = (method: string, value: Node): void => {
    const node = context.references.follow(value);
    if (node && isMap(node.value) && !isInternal(node))
      found.push({ item, method: method.toUpperCase(), node });
  };
  for (const [key, value] of entries(item.node))
    if (methods.has(key)) add(key, value);
    else if (key === 'additionalOperations' || key === 'x-additionalOperations')
      for (const [method, inner] of entries(value)) add(method, inner);
  return found;
}

/** @param inherited the API's servers and security, where the operation has none of its own */
export function operationOf(
  written: WrittenOperation,
  inherited: { servers: Server[]; security: Operation['security'] },
  context: ReadContext,
): Operation {
  const { item, method, node } = written;
  const parameters = writtenParameters([item.node, node], context);
  const operationId = text(node, 'operationId').trim();
  const path = item.kind === 'webhook' ? '' : item.name;
  const summary =
    text(node, 'summary') || (item.kind === 'operation' ? text(item.node, 'summary') : '');
  const title = isTitle(summary) ? titleText(summary) : '';
  const own = serversOf(node) ?? serversOf(item.node);
  const body = bodyOf(node, parameters, context);
  const docs = externalDocsOf(node);
  checkPath(written, parameters, context);
  return {
    kind: item.kind,
    id: '',
    ...(operationId && { operationId }),
    ...(item.kind !== 'operation' && { name: item.name }),
    method,
    path,
    title: title || operationId || (path ? `${method} ${path}` : item.name),
    summary,
    // A path's own text holds for each of its operations.
    description: [
      title ? '' : summary,
      ...[node, item.node].map((one) => proseOf(one, 'description', context)),
    ]
      .filter((text, index, all) => text !== '' && all.indexOf(text) === index)
      .join('\n\n'),
    deprecated: isTrue(node, 'deprecated'),
    tags: textItems(field(node, 'tags')).filter(Boolean),
    parameters: parameters.flatMap((parameter) => parameterOf(parameter, context) ?? []),
    ...(body && { body }),
    responses: responsesOf(node, context),
    callbacks: callbacksOf(node, inherited, context),
    ...securityIn(node, inherited.security),
    servers: own ?? inherited.servers,
    ownServers: own !== undefined,
    codeSamples: codeSamplesOf(node, context),
    badges: badgesOf(node),
    ...(docs && { externalDocs: docs }),
    place: placeOf(node),
  };
}

function securityIn(node: Node, inherited: Operation['security']): Pick<Operation, 'security'> {
  const security = securityOf(node) ?? inherited;
  return security ? { security } : {};
}

function bodyOf(
  node: Node,
  parameters: WrittenParameter[],
  context: ReadContext,
): Operation['body'] {
  if (context.isTwo) return swaggerBody(node, parameters, context);
  const body = context.references.follow(field(node, 'requestBody'));
  if (!body || !isMap(body.value) || isInternal(body)) return undefined;
  return {
    description: text(body, 'description'),
    required: isTrue(body, 'required'),
    media: mediaTypesOf(body, context),
  };
}

function callbacksOf(
  node: Node,
  inherited: Parameters<typeof operationOf>[1],
  context: ReadContext,
): Operation[] {
  return entries(context.references.follow(field(node, 'callbacks'))).flatMap(([name, value]) => {
    const callback = context.references.follow(value);
    if (!callback || isInternal(callback)) return [];
    return entries(callback).flatMap(([expression, inner]) => {
      const found = expression.startsWith('x-') ? undefined : context.references.follow(inner);
      if (!found) return [];
      return writtenOperations({ kind: 'callback', name: expression, node: found }, context).map(
        (written) => ({
          ...operationOf(written, { ...inherited, security: undefined }, context),
          name,
        }),
      );
    });
  });
}

/** `x-badges: [{name: Beta}]`, `x-beta: true`, `x-stability-level: beta`. */
function badgesOf(node: Node): string[] {
  const badges = items(field(node, 'x-badges')).map(
    (badge) => text(badge, 'name') || text(badge, 'label'),
  );
  if (isTrue(node, 'x-beta') || isTrue(node, 'x-preview')) badges.push('Beta');
  const stability = text(node, 'x-stability-level') || text(node, 'x-stability');
  if (stability && stability !== 'stable')
    badges.push(stability[0]!.toUpperCase() + stability.slice(1));
  return [...new Set(badges.filter(Boolean))];
}

function checkPath(
  { item, node }: WrittenOperation,
  parameters: WrittenParameter[],
  context: ReadContext,
): void {
  if (item.kind !== 'operation') return;
  for (const parameter of parameters)
    if (parameter.in === 'path' && !item.name.includes(`{${parameter.name}`))
      context.findings.at(parameter.node, {
        kind: 'openapi-parameter-unknown',
        severity: 'warning',
        message: `the path parameter “${parameter.name}” is not in the path “${item.name}”`,
        hint: `write {${parameter.name}} in the path, or take the parameter out`,
      });
  const named = new Set(
    parameters.filter(({ in: where }) => where === 'path').map(({ name }) => name),
  );
  for (const [, name] of item.name.matchAll(/\{([^{}]+)\}/g))
    if (!named.has(name!.replace(/[*?]$/, '')) && !named.has(name!) && !item.name.includes('?'))
      context.findings.at(node, {
        kind: 'openapi-parameter-unknown',
        severity: 'note',
        message: `the path has {${name}}, but no parameter says what it is`,
        hint: `add a parameter “${name}” with in: path`,
      });
}
