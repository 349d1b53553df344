import { create } from 'zustand';

interface LiveState {
  readonly text: string;
  readonly count: number;
  readonly announce: (text: string) => void;
}

const useLive = create<LiveState>((set) => ({
  text: '',
  count: 0,
  announce: (text) => set((state) => ({ text, count: state.count + 1 })),
}));

/** Says a short thing to screen readers ("Saved") without moving anything. */
export function announce(text: string): void {
  useLive.getState().announce(text);
}

/** One per page. The key makes the same words heard twice when they are said twice. */
export function LiveRegion() {
  const { text, count } = useLive();
  return (
    <div role="status" aria-live="polite" className="visually-hidden">
      <span key={count}>{text}</span>
    </div>
  );
}
