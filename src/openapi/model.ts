/**
 * What a description says, whichever version it is written in: Swagger 2.0 and OpenAPI 3.0 to 3.2
 * become the same values. Schemas are read on demand (`Schema` is a view): nothing is ever
 * dereferenced as a whole.
 */

import type { Schema } from './schema-model.ts';

/** Where something stands, as an author sees it. */
export interface Place {
  /** Path relative to the content folder, with `/`. */
  file: string;
  /** 1-based; 0 where unknown. */
  line: number;
  column: number;
}

/** A description as a value. */
export interface Api {
  /** As written: `2.0`, `3.1.0`. */
  version: string;
  info: Info;
  servers: Server[];
  /** In the order in which they are shown; those that only operations name come last. */
  tags: Tag[];
  /** `x-tagGroups`, or the parents of 3.2 that hold no operation of their own; empty: no groups. */
  tagGroups: TagGroup[];
  /** Paths' operations in the order of the description. */
  operations: Operation[];
  webhooks: Operation[];
  /** Schemas that have a name, and so can have a section. */
  schemas: NamedSchema[];
  securitySchemes: SecurityScheme[];
  externalDocs?: ExternalDocs;
}

export interface Info {
  title: string;
  /** The API's own version. */
  version: string;
  summary: string;
  /** Markdown, as all descriptions here. */
  description: string;
  termsOfService: string;
  contact?: { name: string; url: string; email: string };
  license?: { name: string; url: string; identifier: string };
  place: () => Place;
}

export interface ExternalDocs {
  url: string;
  description: string;
}

export interface Server {
  /**
   * With `{variables}` as written; of Swagger 2.0 put together from `schemes`, `host` and
   * `basePath`.
   */
  url: string;
  name: string;
  description: string;
  variables: ServerVariable[];
}

export interface ServerVariable {
  name: string;
  default: string;
  enum: string[];
  description: string;
}

export interface Tag {
  /** As operations name it; empty for webhooks without a tag. */
  name: string;
  /** Shown: `x-displayName`, 3.2's `summary`, else the name. */
  title: string;
  description: string;
  externalDocs?: ExternalDocs;
  /** 3.2: the name of the tag above it. */
  parent?: string;
  /** 3.2: `nav`, `badge` … */
  kind?: string;
  place: () => Place;
}

export interface TagGroup {
  /** Empty: its tags stand outside of any group. */
  title: string;
  /** Names of tags, in order. */
  tags: string[];
}

/** An operation of a path, a webhook, or a callback of an operation. */
export interface Operation {
  kind: 'operation' | 'webhook' | 'callback';
  /** Of the operation's section, unique in the API: see `plan/ids.ts`. Empty for a callback. */
  id: string;
  /** As written. */
  operationId?: string;
  /** Of a webhook or a callback: its key. */
  name?: string;
  /** Upper case. */
  method: string;
  /** As written; of a callback the expression; empty for a webhook. */
  path: string;
  /** `summary`, else the operationId, else `METHOD /path` or the webhook's name. */
  title: string;
  summary: string;
  description: string;
  deprecated: boolean;
  tags: string[];
  parameters: Parameter[];
  body?: RequestBody;
  responses: Response[];
  callbacks: Operation[];
  /** Alternatives, of which one is enough; `[]`: none needed; undefined: nothing said anywhere. */
  security?: SecurityRequirement[];
  /** Of the operation or its path, where they have their own; else the API's. */
  servers: Server[];
  /** The servers differ from the API's. */
  ownServers: boolean;
  codeSamples: CodeSample[];
  badges: string[];
  externalDocs?: ExternalDocs;
  place: () => Place;
}

/** Schemes that are needed together; empty: none. */
export type SecurityRequirement = { scheme: string; scopes: string[] }[];

export interface SecurityScheme {
  name: string;
  type: 'apiKey' | 'http' | 'oauth2' | 'openIdConnect' | 'mutualTLS' | string;
  title: string;
  description: string;
  /** Of `apiKey`: where the key goes. */
  in?: 'header' | 'query' | 'cookie';
  parameter?: string;
  /** Of `http`: `basic`, `bearer` … in lower case. */
  scheme?: string;
  bearerFormat?: string;
  openIdConnectUrl?: string;
  metadataUrl?: string;
  flows: OAuthFlow[];
  deprecated: boolean;
}

export interface OAuthFlow {
  /** `authorizationCode`, `implicit`, `password`, `clientCredentials`, `deviceAuthorization`. */
  type: string;
  authorizationUrl: string;
  tokenUrl: string;
  refreshUrl: string;
  scopes: { name: string; description: string }[];
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'querystring' | 'header' | 'cookie';
  required: boolean;
  deprecated: boolean;
  description: string;
  /** Absent where nothing is said, or `content` says it. */
  schema?: Schema;
  media: MediaType[];
  /** OpenAPI 3's words, for 2.0's `collectionFormat` too: `form`, `simple`, `spaceDelimited` … */
  style?: string;
  explode?: boolean;
  allowReserved: boolean;
  allowEmptyValue: boolean;
  examples: Example[];
}

export interface RequestBody {
  description: string;
  required: boolean;
  media: MediaType[];
}

export interface MediaType {
  /** `application/json`; `*` patterns as written. */
  type: string;
  schema?: Schema;
  /** 3.2: of one item of a stream. */
  itemSchema?: Schema;
  examples: Example[];
  /** Of the parts of a form, by property. */
  encoding: Encoding[];
}

export interface Encoding {
  property: string;
  contentType: string;
  headers: Parameter[];
  style?: string;
  explode?: boolean;
}

export interface Example {
  /** Of a named one. */
  name?: string;
  summary: string;
  description: string;
  /** Absent where it is only linked to. */
  value?: unknown;
  /** 3.2: the value as it is sent. */
  serialized?: string;
  externalValue?: string;
}

export interface Response {
  /** As written: `200`, `2XX`, `default`. */
  status: string;
  summary: string;
  description: string;
  headers: Parameter[];
  media: MediaType[];
  links: Link[];
}

export interface Link {
  name: string;
  operationId?: string;
  operationRef?: string;
  description: string;
  /** Name and value or expression, as text. */
  parameters: [name: string, value: string][];
  body?: string;
  server?: Server;
}

export interface CodeSample {
  /** As written: `C#`, `JavaScript`, `curl`. */
  language: string;
  label: string;
  source: string;
}

export interface NamedSchema {
  /** Key in `components/schemas`, or what its file is called. Unique in the API. */
  name: string;
  /** `schema-NAME`. */
  id: string;
  /** Same as `Schema.name` of every view that refers to it. */
  key: string;
  view: () => Schema;
  place: () => Place;
}
