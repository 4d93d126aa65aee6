/** How callers say who they are. */
import type { OAuthFlow, SecurityRequirement, SecurityScheme } from '../model.ts';
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
import type { ReadContext } from './context.ts';

export function securitySchemesOf({ root, isTwo, references }: ReadContext): SecurityScheme[] {
  const components = references.follow(field(root, 'components'));
  const holder = isTwo
    ? field(root, 'securityDefinitions')
    : components && field(components, 'securitySchemes');
  return entries(references.follow(holder)).flatMap(([name, node]) => {
    const scheme = references.follow(node);
    return scheme && isMap(scheme.value) && !isInternal(scheme) ? [schemeOf(name, scheme)] : [];
  });
}

function schemeOf(name: string, node: Node): SecurityScheme {
  const type = text(node, 'type');
  const where = text(node, 'in');
  const scheme = type === 'basic' ? 'basic' : text(node, 'scheme').toLowerCase();
  const known = {
    parameter: text(node, 'name'),
    scheme,
    bearerFormat: text(node, 'bearerFormat'),
    openIdConnectUrl: text(node, 'openIdConnectUrl'),
    metadataUrl: text(node, 'oauth2MetadataUrl'),
  };
  return {
    name,
    type: type === 'basic' ? 'http' : type,
    title: text(node, 'x-displayName'),
    description: text(node, 'description'),
    ...(where === 'header' || where === 'query' || where === 'cookie' ? { in: where } : {}),
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== '')),
    flows: flowsOf(node),
    deprecated: isTrue(node, 'deprecated'),
  };
}

/** Names of 2.0's flows in 3.x. */
const renamed: Record<string, string> = {
  accessCode: 'authorizationCode',
  application: 'clientCredentials',
};

function flowsOf(node: Node): OAuthFlow[] {
  const flow = text(node, 'flow');
  if (flow) return [flowOf(Object.hasOwn(renamed, flow) ? renamed[flow]! : flow, node)];
  return entries(field(node, 'flows'))
    .filter(([type, value]) => !type.startsWith('x-') && isMap(value.value))
    .map(([type, value]) => flowOf(type, value));
}

const flowOf = (type: string, node: Node): OAuthFlow => ({
  type,
  authorizationUrl: text(node, 'authorizationUrl') || text(node, 'deviceAuthorizationUrl'),
  tokenUrl: text(node, 'tokenUrl'),
  refreshUrl: text(node, 'refreshUrl'),
  scopes: entries(field(node, 'scopes'))
    .filter(([name]) => !name.startsWith('x-'))
    .map(([name, { value }]) => ({ name, description: typeof value === 'string' ? value : '' })),
});

/** @returns undefined where the node says nothing of security */
export function securityOf(node: Node): SecurityRequirement[] | undefined {
  const list = field(node, 'security');
  if (!list || !Array.isArray(list.value)) return undefined;
  return items(list).map((alternative) =>
    entries(alternative).map(([scheme, scopes]) => ({
      scheme,
      scopes: textItems(scopes),
    })),
  );
}
