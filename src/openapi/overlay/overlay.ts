/** Overlay 1.x (https://spec.openapis.org/overlay): changes that leave a description's file as it is. */
import { query } from 'json-p3';
import { field, isMap, isTrue, items, type Node, text } from '../files/description-file.ts';
import type { Findings } from '../files/findings.ts';
import { merged } from './merge.ts';

/**
 * Applies an overlay's actions, one after the other.
 *
 * @param value of the description; it is changed in place, so it is a copy that nothing else holds
 * @param overlay the overlay's document
 * @param findings is told of actions that change nothing
 * @returns the changed value
 */
export function applyOverlay(value: unknown, overlay: Node, findings: Findings): unknown {
  const version = text(overlay, 'overlay');
  const actions = field(overlay, 'actions');
  if (!/^1(?:\.|$)/.test(version) || !actions || !Array.isArray(actions.value)) {
    findings.at(overlay, {
      kind: 'openapi-overlay',
      severity: 'error',
      message: 'the file is no overlay that is known: it is not applied',
      hint: 'write overlay: 1.0.0 and a list of actions',
    });
    return value;
  }
  let now = value;
  for (const action of items(actions)) now = applyAction(now, action, findings);
  return now;
}

type Location = (string | number)[];

function applyAction(value: unknown, action: Node, findings: Findings): unknown {
  const target = text(action, 'target');
  const locations = locationsOf(value, target, action, findings);
  if (!locations) return value;
  if (locations.length === 0) {
    findings.at(action, {
      kind: 'openapi-overlay',
      severity: 'warning',
      message: `the target “${target}” matches nothing, so this action changes nothing`,
      hint: 'mend the path, or take the action out',
    });
    return value;
  }
  // From the last to the first, so that what is removed moves nothing that is still to come.
  if (isTrue(action, 'remove')) {
    let now = value;
    for (const location of locations.toReversed()) now = removed(now, location);
    return now;
  }
  const change = changeOf(value, action, findings);
  if (!change) return value;
  let now = value;
  for (const location of locations)
    now = replaced(now, location, (old) => merged(old, structuredClone(change.value)));
  return now;
}

/** What is merged into each target: `update`, or in 1.1 what `copy` leads to. */
function changeOf(
  value: unknown,
  action: Node,
  findings: Findings,
): { value: unknown } | undefined {
  const update = field(action, 'update');
  if (update) return { value: update.value };
  const source = text(action, 'copy');
  const [location] = source ? (locationsOf(value, source, action, findings) ?? []) : [];
  if (location) return { value: valueAt(value, location) };
  findings.at(action, {
    kind: 'openapi-overlay',
    severity: 'warning',
    message: source
      ? `“${source}” matches nothing that could be copied`
      : 'this action says no change',
    hint: 'write update: with what is to be merged, or remove: true',
  });
  return undefined;
}

function locationsOf(
  value: unknown,
  target: string,
  action: Node,
  findings: Findings,
): Location[] | undefined {
  try {
    return query(target, value as never).nodes.map(({ location }: { location: Location }) => [
      ...location,
    ]);
  } catch (error) {
    findings.at(action, {
      kind: 'openapi-overlay',
      severity: 'error',
      message: `“${target}” is no JSONPath: ${(error as Error).message.split('\n')[0]}`,
      hint: 'mend it: RFC 9535 says how a JSONPath is written',
    });
    return undefined;
  }
}

function valueAt(value: unknown, location: Location): unknown {
  let now = value;
  for (const key of location) now = (now as Record<string | number, unknown>)[key];
  return now;
}

function replaced(value: unknown, location: Location, change: (old: unknown) => unknown): unknown {
  const last = location.at(-1);
  if (last === undefined) return change(value);
  const holder = valueAt(value, location.slice(0, -1)) as Record<string | number, unknown>;
  define(holder, last, change(holder[last]));
  return value;
}

function removed(value: unknown, location: Location): unknown {
  const last = location.at(-1);
  if (last === undefined) return {};
  const holder = valueAt(value, location.slice(0, -1));
  if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else if (isMap(holder)) delete holder[last];
  return value;
}

/** A key such as `__proto__` is set as any other. */
function define(holder: object, key: string | number, value: unknown): void {
  Object.defineProperty(holder, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}
