/**
 * Tooltips open by themselves (`styles/extra/blocks.css`); Escape closes them (WCAG 1.4.13). One
 * that was closed opens again when it is pointed at, or focused, anew.
 */
addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  for (const tooltip of document.querySelectorAll<HTMLElement>('.tooltip:is(:hover, :focus)')) {
    tooltip.dataset.closed = '';
    for (const event of ['pointerleave', 'blur'])
      tooltip.addEventListener(event, () => delete tooltip.dataset.closed, { once: true });
  }
});

export {};
