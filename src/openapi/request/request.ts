/** The request of an operation, as a value: what samples are written from. */
import type { Api, Operation, Server } from '../model.ts';
import { fillHoles } from '../../samples/code/fill-holes.ts';
import type { Code } from '../../samples/code/code.ts';
import { describedRequest } from '../../samples/request/described-request.ts';
import type {
  Authorization,
  Field,
  HttpRequest,
  QueryField,
} from '../../samples/request/http-request.ts';
import type { Template } from '../../samples/request/template.ts';
import { holeValues } from '../../shared/request/hole-values.ts';
import type { TryItOperation } from '../../shared/request/try-it.ts';
import { isJson } from '../example/example-text.ts';
import { tryItOperation } from './operation.ts';

export interface RequestOptions {
  /** URL that stands for all servers. */
  server?: string;
}

export interface ShownRequest {
  request: HttpRequest;
  /** @returns a sample's text while nothing is typed */
  shown(sample: Code): string;
}

/** Where a description names no host. */
const UNKNOWN_HOST = 'https://api.example.com';

/**
 * @param described the operation that a form is made from, if there is one; else only what is
 *   required is shown
 * @returns the request with one way to authenticate and an example of the body
 */
export function requestOf(
  operation: Operation,
  api: Api,
  { server, described }: RequestOptions & { described?: TryItOperation | undefined } = {},
): ShownRequest {
  const whole = described ?? tryItOperation(operation, api, {});
  const parameters = described
    ? whole.parameters
    : whole.parameters.filter(({ required }) => required);
  const origin = server?.replace(/\/$/, '') ?? originOf(operation.servers);
  const request = describedRequest({ ...whole, parameters }, origin);
  const { query, headers, cookies, authorization } = credentialsOf(operation.security, api);
  const [body] = whole.bodies ?? [];
  const typed = body?.fields?.map((field) => ({ field, text: field.value ?? '' }));
  const values = holeValues({
    server: origin,
    parameters: parameters.map((one) => [one, one.value ?? '']),
    ...(body && {
      body: {
        described: body,
        typed: typed ?? [{ field: { name: '' }, text: body.value ?? '' }],
      },
    }),
  });
  const fields = described ? request.query : request.query.map(({ run: _, ...field }) => field);
  const answersJson = operation.responses.some(
    ({ status, media }) => /^2/.test(status) && media.some(({ type }) => isJson(type)),
  );
  return {
    request: {
      ...request,
      query: [...fields, ...query],
      headers: [...request.headers, ...headers],
      cookies: [...request.cookies, ...cookies],
      ...(authorization && { authorization }),
      ...(answersJson && { answer: 'json' }),
    },
    shown: (sample) => fillHoles(sample, values),
  };
}

/**
 * A server's URL with its variables' defaults; one that is relative is on a host that nobody knows.
 */
function originOf(servers: Server[]): string {
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

interface Credentials {
  query: QueryField[];
  headers: Field[];
  cookies: Field[];
  authorization?: Authorization;
}

const placeOf = (name: string): Template => [
  { hole: `auth ${name}`, shown: `{${name.replace(/[^\w.-]+/g, '_')}}` },
];

/** The first way to authenticate that a description can tell; none where none is needed. */
function credentialsOf(security: Operation['security'], api: Api): Credentials {
  const found: Credentials = { query: [], headers: [], cookies: [] };
  const [first] = security ?? [];
  for (const { scheme: name } of first ?? []) addScheme(name, api, found);
  return found;
}

function addScheme(name: string, api: Api, into: Credentials): void {
  const scheme = api.securitySchemes.find((one) => one.name === name);
  if (!scheme) return;
  const parameter = scheme.parameter ?? name;
  if (scheme.type === 'apiKey') {
    const value = placeOf(name);
    if (scheme.in === 'query') into.query.push({ name: encodeURIComponent(parameter), value });
    else if (scheme.in === 'cookie') into.cookies.push({ name: parameter, value });
    else into.headers.push({ name: parameter, value });
  } else if (scheme.type === 'http' && scheme.scheme === 'basic')
    into.authorization = {
      kind: 'basic',
      user: placeOf('username'),
      password: placeOf('password'),
    };
  else if (scheme.type === 'http' && scheme.scheme !== 'bearer')
    into.headers.push({
      name: 'Authorization',
      value: [`${scheme.scheme ?? ''} `, ...placeOf('credentials')],
    });
  else if (scheme.type === 'http' || scheme.type === 'oauth2' || scheme.type === 'openIdConnect')
    into.authorization = { kind: 'bearer', token: placeOf('token') };
}
