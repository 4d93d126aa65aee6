/**
 * Whether a table needs a frame to scroll in: it is wider than its column. The build frames those
 * that no column holds (markup/tables/table-scroll.ts); what a narrow screen cannot hold is known
 * only here.
 */
export function needsFrame(table: HTMLTableElement): boolean {
  const parent = table.parentElement;
  if (!parent || parent.classList.contains('table-scroll')) return false;
  const { paddingLeft, paddingRight } = getComputedStyle(parent);
  return (
    table.offsetWidth >
    parent.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) + 1
  );
}

export function frameTable(table: HTMLTableElement): void {
  const frame = document.createElement('div');
  frame.className = 'table-scroll';
  frame.tabIndex = 0;
  frame.setAttribute('role', 'group');
  frame.setAttribute(
    'aria-label',
    (table.caption ?? table.rows[0])?.textContent?.trim().replace(/\s+/g, ' ').slice(0, 80) ||
      'table',
  );
  table.replaceWith(frame);
  frame.append(table);
}
