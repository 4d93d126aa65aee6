/**
 * Code that stays in view beside longer prose: what is taller than the screen stops when its end
 * has come into view.
 */
export function sticky(codes: Iterable<HTMLElement>): void {
  const observer = new ResizeObserver((entries) => {
    const room = innerHeight - 24;
    for (const {
      target,
      borderBoxSize: [box],
    } of entries)
      (target as HTMLElement).style.insetBlockStart =
        box!.blockSize > room - 68 ? `${Math.round(room - box!.blockSize)}px` : '';
  });
  for (const code of codes) observer.observe(code);
}
