/** The request of an operation, as a value: what samples are written from. */
import type { Api, Operation, SecurityRequirement, Server } from '../model.ts';
import { isJson } from '../example/example-text.ts';
import type { Authorization, Field, HttpRequest, QueryField } from '../../shared/http-request.ts';
import type { Template } from '../../shared/template.ts';
import { holeOf, pathValue, plainValue, queryFields } from './parameter-fields.ts';
import { bodyOf } from './request-body.ts';

export interface RequestOptions {
  /** URL that stands for all servers. */
  server?: string;
}

/** Where a description names no host. */
const UNKNOWN_HOST = 'https://api.example.com';

/**
 * @returns the request with what is required: parameters, one way to authenticate, an example of
 *   the body
 */
export function requestOf(
  operation: Operation,
  api: Api,
  { server }: RequestOptions = {},
): HttpRequest {
  const required = operation.parameters.filter((parameter) => parameter.required);
  const credentials = credentialsOf(operation.security, api);
  const { path, query } = pathOf(operation);
  const headers = required
    .filter(
      ({ in: where, name }) =>
        where === 'header' && !/^(?:accept|content-type|authorization)$/i.test(name),
    )
    .map((parameter): Field => ({ name: parameter.name, value: plainValue(parameter) }));
  const cookies = required
    .filter(({ in: where }) => where === 'cookie')
    .map((parameter): Field => ({ name: parameter.name, value: plainValue(parameter) }));
  const answer = operation.responses.some(
    ({ status, media }) => /^2/.test(status) && media.some(({ type }) => isJson(type)),
  );
  return {
    method: operation.method,
    origin: [server?.replace(/\/$/, '') ?? originOf(operation.servers)],
    path,
    query: [
      ...query,
      ...required
        .filter(({ in: where }) => where === 'query' || where === 'querystring')
        .flatMap(queryFields),
      ...credentials.query,
    ],
    headers: [...headers, ...credentials.headers],
    cookies: [...cookies, ...credentials.cookies],
    ...(credentials.authorization && { authorization: credentials.authorization }),
    body: bodyOf(operation),
    ...(answer && { answer: 'json' as const }),
  };
}

/**
 * A server's URL with its variables' defaults; one that is relative is on a host that nobody knows.
 */
export function originOf(servers: Server[]): string {
  const [server] = servers;
  if (!server) return UNKNOWN_HOST;
  const url = server.url
    .replace(/\{([^{}]+)\}/g, (whole, name: string) => {
      const variable = server.variables.find((one) => one.name === name);
      return variable ? variable.default || variable.enum[0] || whole : whole;
    })
    .replace(/\/$/, '');
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(url)) return url;
  if (url.startsWith('//')) return `https:${url}`;
  return `${UNKNOWN_HOST}${url === '' || url.startsWith('/') ? url : `/${url}`}`;
}

/** Some paths have a query, or a fragment that tells them apart: neither is part of a path. */
function pathOf({ path, parameters }: Operation): { path: Template; query: QueryField[] } {
  const [whole = ''] = path.split('#');
  const mark = whole.indexOf('?');
  const plain = mark < 0 ? whole : whole.slice(0, mark);
  const query = (mark < 0 ? '' : whole.slice(mark + 1))
    .split('&')
    .filter(Boolean)
    .map((pair): QueryField => {
      const [name = '', ...value] = pair.split('=');
      return { name, ...(value.length > 0 && { value: [value.join('=')] }) };
    });
  const byName = new Map(
    parameters.filter(({ in: where }) => where === 'path').map((one) => [one.name, one]),
  );
  const pieces = plain
    .split(/(\{[^{}]*\})/)
    .filter(Boolean)
    .flatMap((piece): Template => {
      const name = /^\{([^{}]*)\}$/.exec(piece)?.[1];
      if (name === undefined) return [encodeURI(piece).replaceAll('%25', '%')];
      const parameter = byName.get(name);
      return parameter ? pathValue(parameter) : holeOf(name, undefined);
    });
  return { path: plain.startsWith('/') ? pieces : ['/', ...pieces], query };
}

interface Credentials {
  query: QueryField[];
  headers: Field[];
  cookies: Field[];
  authorization?: Authorization;
}

/** The first way to authenticate that a description can tell; none where none is needed. */
export function credentialsOf(security: Operation['security'], api: Api): Credentials {
  const found: Credentials = { query: [], headers: [], cookies: [] };
  const [first] = security ?? [];
  for (const { scheme: name } of first ?? []) addScheme(name, api, found);
  return found;
}

function addScheme(name: SecurityRequirement[number]['scheme'], api: Api, into: Credentials): void {
  const scheme = api.securitySchemes.find((one) => one.name === name);
  if (!scheme) return;
  const parameter = scheme.parameter ?? name;
  if (scheme.type === 'apiKey') {
    const value = holeOf(name, undefined);
    if (scheme.in === 'query') into.query.push({ name: encodeURIComponent(parameter), value });
    else if (scheme.in === 'cookie') into.cookies.push({ name: parameter, value });
    else into.headers.push({ name: parameter, value });
  } else if (scheme.type === 'http' && scheme.scheme === 'basic')
    into.authorization = {
      kind: 'basic',
      user: holeOf('username', undefined),
      password: holeOf('password', undefined),
    };
  else if (scheme.type === 'http' && scheme.scheme !== 'bearer')
    into.headers.push({
      name: 'Authorization',
      value: [`${scheme.scheme ?? ''} `, ...holeOf('credentials', undefined)],
    });
  else if (scheme.type === 'http' || scheme.type === 'oauth2' || scheme.type === 'openIdConnect')
    into.authorization = { kind: 'bearer', token: holeOf('token', undefined) };
}
