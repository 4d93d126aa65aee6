/** An operation of a description as "try it" sends it. */
import type { TryItOperation, TryItScheme, TryItServer } from '../../shared/request/try-it.ts';
import type { Api, Operation, SecurityScheme, Server } from '../model.ts';
import { keyScheme, nameHoles } from '../../samples/request/sending.ts';
import { bodiesOf } from './body.ts';
import { parameterOf } from './parameter.ts';

export interface TryItOptions {
  /** URL that stands for all servers. */
  server?: string;
  /** Name of the scheme that is chosen first. */
  auth?: string;
}

export function tryItOperation(
  operation: Operation,
  api: Api,
  { server, auth }: TryItOptions,
): TryItOperation {
  const { method, path } = operation;
  const security = securityOf(operation, api, auth);
  const isKey = ({ in: place, name }: { in: string; name: string }): boolean =>
    security.some((schemes) =>
      schemes.some(
        (one) =>
          one.kind === 'key' &&
          one.parameter.in === place &&
          one.parameter.name.toLowerCase() === name.toLowerCase(),
      ),
    );
  const bodies = bodiesOf(operation);
  // A fragment tells operations apart, and is not sent.
  const [sent = ''] = path.split('#');
  return nameHoles({
    method,
    path: sent.startsWith('/') ? sent : `/${sent}`,
    servers: server ? [{ url: server }] : serversOf(operation.servers),
    parameters: operation.parameters.flatMap((one) => {
      const made = parameterOf(one);
      return made && !isKey(made) ? [made] : [];
    }),
    ...(bodies.length && { bodies }),
    ...(security.length && { security }),
  });
}

/** Without any, an API is where its description is. */
const serversOf = (servers: Server[]): TryItServer[] =>
  servers.length
    ? servers.map(({ url, description, variables }) => ({
        url,
        ...(description && { description }),
        ...(variables.length && {
          variables: variables.map((one) => ({
            name: one.name,
            value: one.default || (one.enum[0] ?? ''),
            ...(one.enum.length && { enum: one.enum }),
          })),
        }),
      }))
    : [{ url: '/' }];

function securityOf({ security = [] }: Operation, api: Api, auth = ''): TryItScheme[][] {
  const alternatives = security.map((requirement) =>
    requirement.flatMap(({ scheme: name }): TryItScheme[] => {
      const scheme = api.securitySchemes.find((one) => one.name === name);
      return scheme ? schemeOf(scheme) : [];
    }),
  );
  if (alternatives.every((schemes) => !schemes.length)) return [];
  const isFirst = (schemes: TryItScheme[]): boolean => schemes.some(({ name }) => name === auth);
  return [...alternatives.filter(isFirst), ...alternatives.filter((one) => !isFirst(one))];
}

/** A certificate is the browser's own, and no field. */
function schemeOf({ name, type, in: place, parameter, scheme }: SecurityScheme): TryItScheme[] {
  if (type === 'apiKey') return [keyScheme(name, place ?? 'header', parameter ?? name)];
  if (type === 'oauth2' || type === 'openIdConnect') return [{ name, kind: 'bearer' }];
  if (type !== 'http') return [];
  if (scheme === 'basic' || scheme === 'bearer') return [{ name, kind: scheme }];
  return [keyScheme(name, 'header', 'Authorization')];
}
