/** Ranking by endpoint: `GET /orders`, `/orders/{id}`, matched by segments. */
import type { Catalogue, Item, SymbolEntry } from './catalogue.ts';
import { depthBonus, type Offer } from './hit.ts';
import { pathMatch } from './path.ts';
import type { Query } from './query.ts';
import type { Naming } from './table.ts';

export function rankPaths({ items, symbols }: Catalogue, query: Query, offer: Offer): void {
  if (query.path === '/') return;
  for (const symbol of symbols) {
    if (symbol.kind !== 'endpoint') continue;
    const match = pathMatch(query.path, symbol.path);
    if (!match) continue;
    for (const place of symbol.places) {
      const item = items[place.section]!;
      offer({
        section: place.section,
        score:
          pathScore(match, symbol.method, query, place.naming) +
          depthBonus(item) / 10 +
          headed(item, symbol),
        by: 'symbol',
        symbol: symbol.name,
      });
    }
  }
  for (const item of items) {
    const match = item.path ? pathMatch(query.path, item.path) : 0;
    if (match)
      offer({
        section: item.index,
        score: pathScore(match, item.method, query, 'definition') + 10,
        by: 'symbol',
        symbol: `${item.method} ${item.path}`.trim(),
      });
  }
}

/** The section whose badge it is, before an overview that lists it. */
const headed = (item: Item, { path }: SymbolEntry): number => (item.path === path ? 10 : 0);

/** Which of them an API takes for a change, few readers know. */
const changes = (method: string): boolean => method === 'PUT' || method === 'PATCH';

/** What is typed with a method is that operation, or one whose path goes on. */
function strangeness(method: string, asked: string): number {
  if (method === asked) return 0;
  if (changes(method) && changes(asked)) return 100;
  return method ? 420 : 300;
}

function pathScore(match: number, method: string, query: Query, naming: Naming): number {
  // To the letter, before what a parameter could stand for: `/rest/_meta` is no
  // `/rest/{collection}`.
  const exact = match === 1 && naming !== 'example' ? 60 : 0;
  const wrong = query.method ? strangeness(method, query.method) : 0;
  return (
    480 + 460 * match + exact - wrong - (naming === 'example' ? 45 : naming === 'mention' ? 90 : 0)
  );
}
