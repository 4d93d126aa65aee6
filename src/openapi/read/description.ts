/** A description from its file to the model. */
import path from 'node:path';
import type { Finding } from '../finding.ts';
import type { Api, Info, NamedSchema, Operation } from '../model.ts';
import {
  entries,
  type DescriptionFile,
  field,
  isInternal,
  isMap,
  keyOf,
  type Node,
  text,
} from '../files/description-file.ts';
import { bundleText } from '../bundle/bundle.ts';
import { Files } from '../files/files.ts';
import { applyOverlay } from '../overlay/overlay.ts';
import { Findings } from '../files/findings.ts';
import { References } from '../files/references.ts';
import type { SchemaContext } from '../schema/flat.ts';
import { SchemaNames } from '../schema/names.ts';
import { subtypesOf } from '../schema/subtypes.ts';
import { Uses } from '../schema/uses.ts';
import { namedView } from '../schema/view.ts';
import { externalDocsOf, placeOf, proseOf, type ReadContext } from './context.ts';
import { checkShapes } from './check-shapes.ts';
import { checkExtensions, type Nearest } from './extensions.ts';
import { type Item, operationOf, writtenOperations } from './operation.ts';
import { securityOf, securitySchemesOf } from './security.ts';
import { hostServers, serversOf } from './server.ts';
import { isAddress } from './shapes.ts';
import { tagsOf } from './tags.ts';
import { relativePath } from '../../shared/files/paths.ts';

export interface ReadOptions {
  /**
   * Folder outside of which nothing is read, and that findings' paths are relative to; the
   * description's own if left out.
   */
  root?: string;
  nearest?: Nearest;
  /** Absolute paths of overlays, in the order in which they are applied. */
  overlays?: readonly string[];
}

export interface ReadDescription {
  /** Absent where nothing can be shown; an `error` among the findings says why. */
  api?: Api;
  /** Which named schemas an operation needs, and what a part of the description is made of. */
  uses?: Uses;
  /**
   * Text of the description in one file, without what is internal; undefined where its own file can
   * be offered as it is, or where there is nothing to show.
   */
  bundle(): string | undefined;
  /** Absolute paths of every file that was read or looked for. */
  readonly files: string[];
  /** Some are met when schemas are shown: to be asked for when everything is rendered. */
  readonly findings: Finding[];
}

/** @param file absolute path of the description */
export function readDescription(file: string, options: ReadOptions = {}): ReadDescription {
  const findings = new Findings();
  const files = new Files(options.root ?? path.dirname(file), findings);
  const nothing = (): ReadDescription => ({
    bundle: () => undefined,
    files: files.paths,
    findings: findings.all,
  });
  const opened = files.open(file, true);
  if (typeof opened === 'string') {
    if (opened !== 'broken')
      findings.add({
        kind: 'openapi-ref-missing',
        severity: 'error',
        line: 0,
        column: 0,
        file: relativePath(options.root ?? path.dirname(file), file),
        message:
          opened === 'missing'
            ? 'the description is not there'
            : 'the description lies outside the folder that may be read',
        hint: 'give the path of a description, relative to the file that names it',
      });
    return nothing();
  }
  const root = overlaid(opened, options.overlays ?? [], files, findings);
  const version = versionOf(root, findings);
  if (version === undefined) return nothing();
  const references = new References(files, findings, opened);
  const isTwo = version.startsWith('2');
  const components = isTwo ? field(root, 'definitions') : schemasOf(root, references);
  const names = new SchemaNames(components, opened.name, references);
  const schemas: SchemaContext = {
    references,
    names,
    findings,
    subtypes: subtypesOf(names, references),
    views: new Map(),
  };
  const context: ReadContext = { root, isTwo, references, findings, schemas };
  const { api, uses } = apiOf(version, context, options.nearest);
  return {
    api,
    uses,
    bundle: () =>
      bundleText({ root, isTwo, references, names }, (options.overlays ?? []).length > 0),
    get files() {
      return files.paths;
    },
    get findings() {
      return findings.all;
    },
  };
}

/** The description with its overlays applied; its file stands for it wherever it is referred to. */
function overlaid(
  opened: DescriptionFile,
  overlays: readonly string[],
  files: Files,
  findings: Findings,
): Node {
  let { value } = opened;
  // Aliases of YAML share values, which an overlay may change at one place only.
  if (overlays.length > 0) value = JSON.parse(JSON.stringify(value)) as unknown;
  for (const path of overlays) {
    const overlay = files.open(path, true);
    if (typeof overlay !== 'string')
      value = applyOverlay(value, { value: overlay.value, file: overlay, pointer: '' }, findings);
    else if (overlay !== 'broken')
      findings.add({
        kind: 'openapi-overlay',
        severity: 'error',
        ...{ file: opened.name, line: 0, column: 0 },
        message: `the overlay “${path}” ${overlay === 'missing' ? 'is missing' : 'lies outside'}`,
        hint: 'give its path relative to the file that names it',
      });
  }
  opened.value = value;
  return { value, file: opened, pointer: '' };
}

function schemasOf(root: Node, references: References): Node | undefined {
  const components = references.follow(field(root, 'components'));
  return components && references.follow(field(components, 'schemas'));
}

function versionOf(root: Node, findings: Findings): string | undefined {
  const [two, three] = [text(root, 'swagger'), text(root, 'openapi')];
  const version = two || three;
  if (/^2(?:\.0)?$/.test(two) || /^3(?:\.[0-2](?:\..*)?)?$/.test(three)) return version;
  const isNewer = /^[34](?:\.|$)/.test(three);
  const known = isMap(root.value) && (isNewer || (version === '' && isMap(root.value['paths'])));
  findings.at(version ? (field(root, two ? 'swagger' : 'openapi') ?? root) : root, {
    kind: 'openapi-version',
    severity: known ? 'warning' : 'error',
    message: version
      ? `“${version}” is no version of OpenAPI that is known`
      : 'the file does not say that it is an OpenAPI description',
    hint: 'write openapi: with a version from 3.0.0 to 3.2.0, or swagger: "2.0"',
  });
  return known ? (isNewer ? '3.2.0' : field(root, 'definitions') ? '2.0' : '3.1.0') : undefined;
}

function apiOf(version: string, context: ReadContext, nearest?: Nearest): { api: Api; uses: Uses } {
  const { root } = context;
  const servers = serversOf(root) ?? (context.isTwo ? hostServers(root) : []);
  const inherited = { servers, security: securityOf(root) };
  const written = itemsOf(context).flatMap((item) => writtenOperations(item, context));
  const all = written.map((one) => ({
    written: one,
    operation: operationOf(one, inherited, context),
  }));
  const { tags, groups, internal } = tagsOf(
    all.map(({ operation }) => operation),
    context,
  );
  const shown = all.filter(
    ({ operation }) =>
      operation.tags.length === 0 || operation.tags.some((tag) => !internal.has(tag)),
  );
  for (const { operation } of shown)
    operation.tags = operation.tags.filter((tag) => !internal.has(tag));
  tellTwice(
    shown.map(({ operation }) => operation),
    context.findings,
  );
  if (nearest)
    checkExtensions(
      written.map(({ node }) => node),
      context,
      nearest,
    );
  checkShapes(context, nearest);
  const uses = new Uses(
    context.schemas,
    shown.map(({ written: { item, node }, operation }) => ({ item: item.node, node, operation })),
    ['security', 'consumes', 'produces'].flatMap((word) => field(root, word) ?? []),
  );
  const docs = externalDocsOf(root);
  const operations = shown.map(({ operation }) => operation);
  return {
    uses,
    api: {
      version,
      info: infoOf(context),
      servers,
      tags,
      tagGroups: groups,
      operations: operations.filter(({ kind }) => kind === 'operation'),
      webhooks: operations.filter(({ kind }) => kind === 'webhook'),
      schemas: namedSchemas(context.schemas),
      securitySchemes: securitySchemesOf(context),
      ...(docs && { externalDocs: docs }),
    },
  };
}

function itemsOf({ root, references }: ReadContext): Item[] {
  const found: Item[] = [];
  for (const [word, kind] of [
    ['paths', 'operation'],
    ['webhooks', 'webhook'],
    ['x-webhooks', 'webhook'],
  ] as const)
    for (const [name, value] of entries(references.follow(field(root, word)))) {
      const node =
        name.startsWith('x-') && kind === 'operation' ? undefined : references.follow(value);
      if (!node || !isMap(node.value)) continue;
      const inner = kind === 'webhook' ? calledAt(node) : [];
      for (const one of inner.length ? inner : [node])
        found.push({ kind, name, node: references.follow(one) ?? one });
    }
  return found;
}

/** Some write a callback as a webhook: what is sent stands below the address that it is sent to. */
const calledAt = (webhook: Node): Node[] =>
  entries(webhook).flatMap(([key, value]) => (isAddress(key) && isMap(value.value) ? value : []));

function namedSchemas(context: SchemaContext): NamedSchema[] {
  return context.names.all
    .filter(({ node }) => !isInternal(node))
    .map(({ name, node }) => ({
      name,
      id: '',
      key: keyOf(node),
      view: () => namedView(node, context),
      place: placeOf(node),
    }));
}

function tellTwice(operations: Operation[], findings: Findings): void {
  const seen = new Set<string>();
  for (const { operationId, place } of operations) {
    if (operationId === undefined) continue;
    if (seen.has(operationId))
      findings.add({
        kind: 'openapi-operation-id-twice',
        severity: 'warning',
        ...place(),
        message: `the operationId “${operationId}” stands twice: the later one gets another id`,
        hint: 'give each operation an operationId of its own',
      });
    seen.add(operationId);
  }
}

function infoOf(context: ReadContext): Info {
  const { root } = context;
  const info = field(root, 'info') ?? { ...root, value: {} };
  const contact = field(info, 'contact');
  const license = field(info, 'license');
  return {
    title: text(info, 'title'),
    version: text(info, 'version'),
    summary: text(info, 'summary'),
    description: proseOf(info, 'description', context),
    termsOfService: text(info, 'termsOfService'),
    ...(contact && {
      contact: {
        name: text(contact, 'name'),
        url: text(contact, 'url'),
        email: text(contact, 'email'),
      },
    }),
    ...(license && {
      license: {
        name: text(license, 'name'),
        url: text(license, 'url'),
        identifier: text(license, 'identifier'),
      },
    }),
    place: placeOf(info),
  };
}
