/**
 * A frame to scroll in for tables that turn out wider than their column. The build frames those
 * that no column holds (markup/tables/table-scroll.ts); what a narrow screen cannot hold is known
 * only here.
 */
export function frameTable(table: HTMLTableElement): void {
  const parent = table.parentElement;
  if (!parent || parent.classList.contains('table-scroll')) return;
  const { paddingLeft, paddingRight } = getComputedStyle(parent);
  if (
    table.offsetWidth <=
    parent.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) + 1
  )
    return;
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
