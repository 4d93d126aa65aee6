/** Authentication: told once, with what each operation needs. */
import type { Element, ElementContent } from 'hast';
import type { Api, OAuthFlow, Operation, SecurityRequirement, SecurityScheme } from '../model.ts';
import type { RenderContext } from './context.ts';
import { type Content, code, codes, h, joined, label, link } from './hast.ts';
import { cellProse, prose } from './prose.ts';

/** Id of the section about authentication, unless a written one takes its place. */
export const AUTHENTICATION_ID = 'authentication';

/** The line of an operation; undefined where the description says nothing of it. */
export function securityLine(
  { security }: Operation,
  { api, authentication, only, labels }: RenderContext,
): Element | undefined {
  if (security === undefined) return undefined;
  const needed = security.filter((requirement) => requirement.length > 0);
  const about: Content =
    api.securitySchemes.length > 0 && (authentication !== undefined || !only)
      ? link(`#${authentication ?? AUTHENTICATION_ID}`, labels.authentication)
      : labels.authentication;
  if (needed.length === 0) return h('p', {}, about, ': none');
  const isOptional = needed.length < security.length;
  return h('p', {}, about, ': ', ...joined(needed.map(together), ' or '), isOptional && ' or none');
}

const together = (requirement: SecurityRequirement): Content[] =>
  joined(requirement.map(schemeWords), ' with ');

function schemeWords({ scheme, scopes }: SecurityRequirement[number]): Content[] {
  if (scopes.length === 0) return [code(scheme)];
  return [
    code(scheme),
    ` (${scopes.length > 1 ? 'scopes' : 'scope'} `,
    ...codes(scopes, ', '),
    ')',
  ];
}

/**
 * What an Authentication section holds besides the owner's words; empty where there is no scheme.
 */
export function securityBlocks(api: Api, context: RenderContext): ElementContent[] {
  return api.securitySchemes.flatMap((scheme) => schemeBlocks(scheme, context));
}

function schemeBlocks(scheme: SecurityScheme, context: RenderContext): ElementContent[] {
  const title =
    scheme.title && scheme.title !== scheme.name
      ? [`${scheme.title} (`, code(scheme.name), ')']
      : [code(scheme.name)];
  return [
    label(...title, scheme.deprecated && ' (deprecated)'),
    h('p', {}, ...how(scheme)),
    ...prose(scheme.description, context, 2),
    ...scheme.flows.flatMap((flow) => flowBlocks(flow, context)),
  ];
}

const places = { header: 'header', query: 'query parameter', cookie: 'cookie' };

function how(scheme: SecurityScheme): Content[] {
  switch (scheme.type) {
    case 'apiKey':
      return ['API key in the ', places[scheme.in ?? 'header'], ' ', code(scheme.parameter ?? '')];
    case 'http':
      if (scheme.scheme === 'bearer')
        return [
          'Bearer token',
          scheme.bearerFormat ? ` (${scheme.bearerFormat})` : '',
          ' in the header ',
          code('Authorization'),
        ];
      if (scheme.scheme === 'basic')
        return ['User name and password (HTTP basic) in the header ', code('Authorization')];
      return ['HTTP ', code(scheme.scheme ?? ''), ' in the header ', code('Authorization')];
    case 'oauth2':
      return [
        'OAuth 2.0',
        ...(scheme.metadataUrl
          ? [', described at ', link(scheme.metadataUrl, scheme.metadataUrl)]
          : []),
      ];
    case 'openIdConnect':
      return [
        'OpenID Connect',
        ...(scheme.openIdConnectUrl
          ? [', found at ', link(scheme.openIdConnectUrl, scheme.openIdConnectUrl)]
          : []),
      ];
    case 'mutualTLS':
      return ['A certificate of the client (mutual TLS)'];
    default:
      return [scheme.type];
  }
}

const flowTitles: Record<string, string> = {
  authorizationCode: 'Authorization code',
  implicit: 'Implicit',
  password: 'Password',
  clientCredentials: 'Client credentials',
  deviceAuthorization: 'Device authorization',
};

function flowBlocks(flow: OAuthFlow, context: RenderContext): ElementContent[] {
  const urls: [string, string][] = [
    ['authorize at', flow.authorizationUrl],
    ['token from', flow.tokenUrl],
    ['refresh at', flow.refreshUrl],
  ];
  const told = urls
    .filter(([, url]) => url !== '')
    .map(([words, url]): Content[] => [`${words} `, code(url)]);
  const title = Object.hasOwn(flowTitles, flow.type) ? flowTitles[flow.type]! : flow.type;
  const line = h('p', {}, `${title} flow`, told.length > 0 && ': ', ...joined(told, ', '));
  if (flow.scopes.length === 0) return [line];
  const rows = flow.scopes.map(({ name, description }) =>
    h('tr', {}, h('td', {}, code(name)), h('td', {}, ...cellProse(description, context))),
  );
  return [
    line,
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, h('th', {}, 'Scope'), h('th', {}, 'Description'))),
      h('tbody', {}, ...rows),
    ),
  ];
}

/** Servers of the whole API, or of one operation. */
export function serverBlocks(
  servers: Operation['servers'],
  context: RenderContext,
): ElementContent[] {
  if (servers.length === 0) return [];
  const items = servers.map((server) => {
    const name = server.name ? [`${server.name}: `] : [];
    const about = cellProse(server.description, context);
    return h(
      'li',
      {},
      ...name,
      code(server.url),
      about.length > 0 && ' – ',
      ...about,
      ...variables(server, context),
    );
  });
  return [
    label(servers.length > 1 ? context.labels.servers : context.labels.server),
    h('ul', {}, ...items),
  ];
}

function variables(server: Operation['servers'][number], context: RenderContext): ElementContent[] {
  if (server.variables.length === 0) return [];
  return [
    h(
      'ul',
      {},
      ...server.variables.map((variable) => {
        const values = variable.enum.length > 0 ? [', one of ', ...codes(variable.enum, ', ')] : [];
        const about = cellProse(variable.description, context);
        return h(
          'li',
          {},
          code(variable.name),
          ': default ',
          code(variable.default),
          ...values,
          ...(about.length > 0 ? ['. ', ...about] : []),
        );
      }),
    ),
  ];
}
