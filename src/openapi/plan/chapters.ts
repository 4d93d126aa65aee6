/**
 * Chapters of a reference: a tag each, then webhooks, then the schemas that no tag has for itself.
 */
import type { Api, NamedSchema, Operation, Tag } from '../model.ts';
import type { Uses } from '../schema/uses.ts';
import { labels } from '../labels.ts';
import { giveIds, SectionIds, slugOf } from './ids.ts';

export interface Chapter {
  /** Of its h1: `tag-SLUG`, `webhooks`, `schemas`. */
  id: string;
  kind: 'tag' | 'webhooks' | 'schemas';
  title: string;
  /** Absent for webhooks, schemas, and what has no tag. */
  tag?: Tag;
  /** Of `x-tagGroups` or of 3.2's parents: the group of the contents that it stands in. */
  group?: string;
  /** With webhooks that bear the tag, in the order of the description. */
  operations: Operation[];
  /** Operations that bear the tag, but stand in another chapter. */
  also: Operation[];
  /** That only this chapter needs; of `schemas`: all others. */
  schemas: NamedSchema[];
}

export interface ChapterOptions {
  /** Names of tags that are shown, in this order; all if left out. */
  tags?: readonly string[];
  /** Titles of chapters that no tag is. */
  titles?: { schemas: string; webhooks: string };
  /** What stands in hand-written text already, and is not generated again. */
  placed?: ReadonlySet<Operation | NamedSchema>;
}

/** Gives every section its id, in place, and puts the sections into chapters. */
export function chaptersOf(
  api: Api,
  uses: Uses,
  { tags: chosen, placed, titles = labels }: ChapterOptions = {},
): Chapter[] {
  const ids = new SectionIds();
  giveIds(api, ids);
  const byTag = new Map<string, Chapter>();
  const chapters: Chapter[] = [];
  const add = (
    chapter: Omit<Chapter, 'operations' | 'also' | 'schemas' | 'id'>,
    id: string,
  ): Chapter => {
    const whole = { ...chapter, id: ids.give(id), operations: [], also: [], schemas: [] };
    chapters.push(whole);
    return whole;
  };
  const all = [...orderedTags(api)];
  const shown = chosen?.flatMap((name) => all.find(({ tag }) => tag.name === name) ?? []) ?? all;
  for (const { tag, group } of shown) {
    const chapter = add(
      { kind: 'tag', title: tag.title, tag, ...(group && { group }) },
      `tag-${slugOf(tag.name)}`,
    );
    byTag.set(tag.name, chapter);
  }
  // What has no tag joins the tag that is called like its path.
  const bySegment = new Map([...byTag].map(([name, chapter]) => [slugOf(name), chapter]));
  for (const operation of api.operations) {
    const [own, ...others] = operation.tags.flatMap((name) => byTag.get(name) ?? []);
    for (const other of new Set(others)) if (other !== own) other.also.push(operation);
    if (own) own.operations.push(operation);
    else if (!chosen) {
      const segment = slugOf(firstSegment(operation.path));
      let chapter = bySegment.get(segment);
      if (!chapter) {
        const title = titleOf(firstSegment(operation.path));
        chapter = add({ kind: 'tag', title }, `tag-${segment}`);
        bySegment.set(segment, chapter);
      }
      chapter.operations.push(operation);
    }
  }
  let webhooks: Chapter | undefined;
  for (const webhook of api.webhooks) {
    const own = webhook.tags.flatMap((name) => byTag.get(name) ?? [])[0];
    if (!own && chosen) continue;
    (
      own ?? (webhooks ??= add({ kind: 'webhooks', title: titles.webhooks }, 'webhooks'))
    ).operations.push(webhook);
  }
  placeSchemas(
    api,
    uses,
    chapters,
    () => add({ kind: 'schemas', title: titles.schemas }, 'schemas'),
    chosen !== undefined,
  );
  for (const chapter of chapters) {
    chapter.operations = chapter.operations.filter((operation) => !placed?.has(operation));
    chapter.schemas = chapter.schemas.filter((schema) => !placed?.has(schema));
  }
  return chapters.filter((chapter) => !isEmpty(chapter));
}

/** A tag that says something is shown, even where it has no operation. */
const isEmpty = ({ operations, schemas, also, tag }: Chapter): boolean =>
  operations.length === 0 &&
  schemas.length === 0 &&
  also.length === 0 &&
  (tag?.description ?? '') === '';

/** In the order of the groups; tags that no group names come last. */
function* orderedTags({ tags, tagGroups }: Api): Generator<{ tag: Tag; group?: string }> {
  const left = new Map(tags.map((tag) => [tag.name, tag]));
  for (const { title, tags: names } of tagGroups)
    for (const name of names) {
      const tag = left.get(name);
      if (tag) yield { tag, group: title };
      left.delete(name);
    }
  for (const tag of left.values()) yield { tag };
}

function placeSchemas(
  api: Api,
  uses: Uses,
  chapters: Chapter[],
  addChapter: () => Chapter,
  isPartial: boolean,
): void {
  const users = usersOf(uses, chapters);
  const shared: NamedSchema[] = [];
  for (const schema of api.schemas) {
    const user = users.get(schema.key);
    if (user && user !== 'several') user.schemas.push(schema);
    else if (user || !isPartial) shared.push(schema);
  }
  if (shared.length === 0) return;
  const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
  addChapter().schemas.push(...shared.sort((one, other) => byName.compare(one.name, other.name)));
}

/** @returns by a schema's key the one chapter that needs it, through others too, or that several do */
function usersOf(uses: Uses, chapters: Chapter[]): Map<string, Chapter | 'several'> {
  const users = new Map<string, Chapter | 'several'>();
  for (const chapter of chapters) {
    const todo = chapter.operations.flatMap((operation) => [...uses.schemasOf(operation)]);
    for (let key = todo.pop(); key !== undefined; key = todo.pop()) {
      const user = users.get(key);
      // What it needs has been seen to.
      if (user === chapter || user === 'several') continue;
      users.set(key, user ? 'several' : chapter);
      todo.push(...uses.schemasOf(key));
    }
  }
  return users;
}

/**
 * The first part of a path that is no version, no `api` and no parameter:
 * `/v1/pets/{id}` → `pets`.
 */
export function firstSegment(path: string): string {
  const parts = path.split(/[/?#]/).filter((part) => part !== '' && !/^\{[^}]*\}$/.test(part));
  return (
    parts.find((part) => !/^(?:v\d[\w.]*|api|rest|\d+(?:\.\d+)*)$/i.test(part)) ??
    parts[0] ??
    'root'
  );
}

function titleOf(segment: string): string {
  const words = segment
    .replace(/[{}]/g, '')
    .replace(/[-_.]+/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .trim();
  return words ? words[0]!.toUpperCase() + words.slice(1) : segment;
}
