const SVG = 'http://www.w3.org/2000/svg';
/** Below this many pixels a press is a press; beyond it, the tab is being moved. */
const DRAG_PX = 5;

interface TabEvents {
  pressed(): void;
  moved(side: 'left' | 'right', top: number): void;
}

/** The 48-px tab that opens the panel; dragged, it stays where it was put, per CRM. */
export function drawTab(label: string, events: TabEvents): HTMLButtonElement {
  const tab = document.createElement('button');
  tab.type = 'button';
  tab.className = 'tab';
  tab.setAttribute('aria-label', label);
  tab.append(mark());
  let start: { y: number; x: number } | null = null;
  let dragged = false;
  tab.addEventListener('pointerdown', (event) => {
    start = { x: event.clientX, y: event.clientY };
    dragged = false;
    tab.setPointerCapture(event.pointerId);
  });
  tab.addEventListener('pointermove', (event) => {
    if (!start) return;
    if (Math.hypot(event.clientX - start.x, event.clientY - start.y) > DRAG_PX) dragged = true;
    if (dragged) tab.style.top = `${event.clientY - 28}px`;
  });
  tab.addEventListener('pointerup', (event) => {
    start = null;
    if (!dragged) return;
    const top = (event.clientY - 28) / window.innerHeight;
    events.moved(event.clientX < window.innerWidth / 2 ? 'left' : 'right', Math.min(0.9, Math.max(0, top)));
  });
  tab.addEventListener('click', () => {
    if (!dragged) events.pressed();
  });
  return tab;
}

/** A pitch and the line beside it. */
function mark(): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  for (const d of ['M4 4v16', 'M9 5h11v14H9z', 'M9 12h11']) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    path.setAttribute('fill', 'none');
    path.setAttribute('stroke', 'currentColor');
    path.setAttribute('stroke-width', d === 'M4 4v16' ? '2.5' : '1.5');
    svg.append(path);
  }
  return svg;
}
