/** Tags, what they are called, and how they are grouped. */
import type { Operation, Tag, TagGroup } from '../model.ts';
import {
  field,
  isInternal,
  isMap,
  items,
  type Node,
  text,
  textItems,
} from '../files/description-file.ts';
import { externalDocsOf, placeOf, proseOf, type ReadContext } from './context.ts';
import { titleText } from './title.ts';

export interface Tags {
  tags: Tag[];
  groups: TagGroup[];
  /** Names of tags that are left out, with the operations that have no other. */
  internal: Set<string>;
}

/** @param operations what the description holds: tags that only they name come last */
export function tagsOf(operations: readonly Operation[], context: ReadContext): Tags {
  const written = new Map<string, Tag>();
  const internal = new Set<string>();
  const holder = field(context.root, 'tags');
  for (const node of items(holder)) {
    const name = isMap(node.value) ? text(node, 'name') : '';
    if (name && isInternal(node)) internal.add(name);
    else if (name && !written.has(name)) written.set(name, tagOf(name, node, context));
  }
  const declared = new Set(written.keys());
  for (const operation of operations)
    for (const name of operation.tags)
      if (!written.has(name) && !internal.has(name))
        written.set(name, { name, title: name, description: '', place: operation.place });
  if (declared.size > 0)
    for (const { name, place } of written.values())
      if (!declared.has(name))
        context.findings.add({
          kind: 'openapi-tag-unknown',
          severity: 'note',
          ...place(),
          message: `the tag “${name}” is not among the tags: it comes last, without a text`,
          hint: 'add it to tags, at the place where it is to stand',
        });
  const tags = [...written.values()];
  tellUnknownMembers(context, new Set([...written.keys(), ...internal]));
  return { tags, groups: groupsOf(context.root, tags), internal };
}

/** Tags that a group names, but that neither an operation nor the list of tags has. */
function tellUnknownMembers(context: ReadContext, known: ReadonlySet<string>): void {
  for (const group of items(field(context.root, 'x-tagGroups')))
    for (const member of items(field(group, 'tags')))
      if (typeof member.value !== 'object' && !known.has(String(member.value)))
        context.findings.at(member, {
          kind: 'openapi-tag-unknown',
          severity: 'note',
          message: `the group names a tag “${String(member.value)}” that is not there`,
          hint: 'take it out, or mend its spelling',
        });
}

function tagOf(name: string, node: Node, context: ReadContext): Tag {
  const [parent, kind] = [text(node, 'parent'), text(node, 'kind')];
  const docs = externalDocsOf(node);
  return {
    name,
    title: titleText(text(node, 'x-displayName') || text(node, 'summary')) || name,
    description: proseOf(node, 'description', context),
    ...(docs && { externalDocs: docs }),
    ...(parent && { parent }),
    ...(kind && { kind }),
    place: placeOf(node),
  };
}

/** `x-tagGroups`; else, from 3.2's parents, a group for each tag that has children. */
function groupsOf(root: Node, tags: Tag[]): TagGroup[] {
  const written = items(field(root, 'x-tagGroups'))
    .filter(({ value }) => isMap(value))
    .map((group) => ({
      title: text(group, 'x-displayName') || text(group, 'name'),
      tags: textItems(field(group, 'tags')),
    }));
  if (written.length > 0) return written;
  const byName = new Map(tags.map((tag) => [tag.name, tag]));
  /** The topmost tag above one; a circle ends where it began. */
  const topOf = (tag: Tag): Tag => {
    const seen = new Set<Tag>();
    let top = tag;
    while (top.parent !== undefined && byName.has(top.parent) && !seen.has(top)) {
      seen.add(top);
      top = byName.get(top.parent)!;
    }
    return top;
  };
  const groups = Map.groupBy(tags, topOf);
  if (![...groups.values()].some((members) => members.length > 1)) return [];
  // A tag on its own is no group.
  return [...groups].map(([top, members]) => ({
    title: members.length > 1 ? top.title : '',
    tags: members.map(({ name }) => name),
  }));
}
