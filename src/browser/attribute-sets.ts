/**
 * Sets of attributes open and close (`tr[data-nested]`, markup/tables/nested-rows.ts). Rows of a
 * closed one are hidden, but for the browser's own search, which opens them.
 */
import { button, whenVisible } from './when-visible.ts';
import { fill, words } from './words.ts';

type Row = HTMLTableRowElement;

/** Rows that keep their sets closed. */
const closed = new WeakSet<Row>();
const buttons = new WeakMap<Row, HTMLButtonElement>();

const depthOf = (row: Row): number => Number(row.dataset.depth ?? 0);

export function attributeSets(main: HTMLElement): void {
  for (const row of main.querySelectorAll<Row>('tr[data-nested]'))
    if (row.nextElementSibling?.hasAttribute('data-folded')) closed.add(row);
  for (const row of main.querySelectorAll<Row>('tr[data-folded]')) {
    row.removeAttribute('data-folded');
    row.setAttribute('hidden', 'until-found');
  }
  document.addEventListener('beforematch', ({ target }) => {
    const row = (target as Element).closest<Row>('tr[data-depth]');
    if (row) openAround(row);
  });
  const dressed = new WeakSet<HTMLElement>();
  whenVisible(main.querySelectorAll<HTMLElement>('.block:has(tr[data-nested])'), (block, near) => {
    if (!near || dressed.has(block)) return;
    dressed.add(block);
    block.querySelectorAll<Row>('tr[data-nested]').forEach(addButton);
  });
}

/** Rows within a row's set, those of inner sets among them. */
function rowsIn(row: Row): Row[] {
  const rows: Row[] = [];
  for (
    let next = row.nextElementSibling as Row | null;
    next && depthOf(next) > depthOf(row);
    next = next.nextElementSibling as Row | null
  )
    rows.push(next);
  return rows;
}

/** What an inner set keeps closed stays so when the set around it is opened. */
function setOpen(row: Row, isOpen: boolean): void {
  closed[isOpen ? 'delete' : 'add'](row);
  let closedAt = isOpen ? Infinity : depthOf(row);
  for (const one of rowsIn(row)) {
    const depth = depthOf(one);
    if (depth <= closedAt) closedAt = isOpen ? Infinity : depthOf(row);
    if (depth > closedAt) one.setAttribute('hidden', 'until-found');
    else {
      one.removeAttribute('hidden');
      if (closed.has(one)) closedAt = depth;
    }
  }
  label(row);
}

/** Opens every set that a row lies in. */
function openAround(row: Row): void {
  let depth = depthOf(row);
  for (
    let above = row.previousElementSibling as Row | null;
    above && depth > 0;
    above = above.previousElementSibling as Row | null
  ) {
    if (depthOf(above) >= depth) continue;
    depth = depthOf(above);
    if (closed.has(above)) setOpen(above, true);
  }
}

function addButton(row: Row): void {
  const made = button('nested', '', () => setOpen(row, closed.has(row)));
  buttons.set(row, made);
  label(row);
  // Below the description, where there is one: it is read last.
  const columns = row.closest('table')?.dataset.columns ?? 'description-3';
  const described = Number(/description-(\d)/.exec(columns)?.[1] ?? 1);
  (row.cells[described - 1] ?? row.cells[0])?.append(made);
}

function label(row: Row): void {
  const made = buttons.get(row);
  if (!made) return;
  const isClosed = closed.has(row);
  made.textContent = isClosed
    ? fill('nested_show', row.dataset.nested!)
    : (words.nested_hide ?? '');
  made.setAttribute('aria-expanded', String(!isClosed));
}
