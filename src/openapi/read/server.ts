/** Servers: 3.x's `servers`, and of 2.0 what `schemes`, `host` and `basePath` come to. */
import type { Server, ServerVariable } from '../model.ts';
import {
  entries,
  field,
  isMap,
  items,
  type Node,
  text,
  textItems,
} from '../files/description-file.ts';

/** @returns undefined where the node says nothing of servers */
export function serversOf(node: Node | undefined): Server[] | undefined {
  if (!node) return undefined;
  const list = field(node, 'servers') ?? field(node, 'x-servers');
  const servers = items(list)
    .map(serverOf)
    .filter((server) => server !== undefined);
  return servers.length > 0 ? servers : undefined;
}

export function serverOf(node: Node): Server | undefined {
  if (!isMap(node.value)) return undefined;
  const variables = entries(field(node, 'variables')).map(
    ([name, variable]): ServerVariable => ({
      name,
      default: text(variable, 'default'),
      enum: textItems(field(variable, 'enum')),
      description: text(variable, 'description'),
    }),
  );
  return {
    url: text(node, 'url') || '/',
    name: text(node, 'name'),
    description: text(node, 'description'),
    variables,
  };
}

/** Swagger 2.0. */
export function hostServers(root: Node): Server[] {
  const own = serversOf(root);
  if (own) return own;
  const host = text(root, 'host');
  const base = text(root, 'basePath').replace(/\/$/, '');
  if (!host) return base ? [plain(base)] : [];
  const schemes = textItems(field(root, 'schemes'));
  return (schemes.length > 0 ? schemes : ['https']).map((scheme) =>
    plain(`${scheme}://${host}${base}`),
  );
}

const plain = (url: string): Server => ({ url, name: '', description: '', variables: [] });
