const SVG = 'http://www.w3.org/2000/svg';
/** Below this many pixels a press is a press; beyond it, the tab is being moved. */
const DRAG_PX = 5;
const HEIGHT_PX = 56;
/** How far an arrow key moves the tab, as a share of the window's height. */
const STEP = 0.05;

interface TabEvents {
  pressed(): void;
  /** `top` is a share of the window's height, 0…1. */
  moved(side: 'left' | 'right', top: number): void;
}

interface Tab {
  readonly element: HTMLButtonElement;
  /** Puts it there; it never leaves the window, however small that becomes. */
  lay(side: 'left' | 'right', top: number): void;
  /** What happened to it: these events do not come this far by themselves (guard.ts). */
  own(event: Event): void;
}

/** The 48-px tab that opens the panel; dragged, or moved by arrow keys, it stays where it was put, per CRM. */
export function drawTab(label: string, events: TabEvents): Tab {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'tab';
  element.setAttribute('aria-label', label);
  element.append(mark());
  let start: { y: number; x: number } | null = null;
  let dragged = false;
  let at: { side: 'left' | 'right'; top: number } = { side: 'right', top: 0 };

  function lay(side: 'left' | 'right', top: number): void {
    at = { side, top: Math.min(1, Math.max(0, top)) };
    element.dataset.side = side;
    element.style.top = `min(${(at.top * 100).toFixed(1)}%, 100% - ${HEIGHT_PX}px)`;
  }
  function follow({ clientX, clientY }: PointerEvent): void {
    if (start && Math.hypot(clientX - start.x, clientY - start.y) > DRAG_PX) dragged = true;
    if (!start || !dragged) return;
    const { innerWidth, innerHeight } = window;
    lay(clientX < innerWidth / 2 ? 'left' : 'right', (clientY - HEIGHT_PX / 2) / innerHeight);
  }
  function nudge(event: KeyboardEvent): void {
    const { key } = event;
    if (key === 'ArrowUp' || key === 'ArrowDown')
      lay(at.side, Math.min(at.top, 1 - HEIGHT_PX / window.innerHeight) + (key === 'ArrowUp' ? -STEP : STEP));
    else if (key === 'ArrowLeft' || key === 'ArrowRight') lay(key === 'ArrowLeft' ? 'left' : 'right', at.top);
    else return;
    // The page would scroll.
    event.preventDefault();
    events.moved(at.side, at.top);
  }

  element.addEventListener('pointermove', follow);
  element.addEventListener('pointercancel', () => (start = null));
  return {
    element,
    lay,
    own(event) {
      if (event.type === 'keydown') nudge(event as KeyboardEvent);
      // A press leaves the focus where it is: in the page's field, to which the panel gives it back.
      if (event.type === 'mousedown') event.preventDefault();
      if (event.type === 'click') {
        // The click that ends a drag is none; a key's click has no presses to count.
        const { detail } = event as MouseEvent;
        if (!dragged || detail === 0) events.pressed();
      }
      if (event.type === 'pointerdown') {
        const { button, clientX, clientY, pointerId } = event as PointerEvent;
        dragged = false;
        if (button !== 0) return;
        start = { x: clientX, y: clientY };
        element.setPointerCapture(pointerId);
      }
      if (event.type === 'pointerup' && start) {
        start = null;
        if (dragged) events.moved(at.side, at.top);
      }
    },
  };
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
