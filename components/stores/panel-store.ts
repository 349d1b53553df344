import { create } from 'zustand';

/** What is open in the panel. Nothing here has to survive but the wish to hide. */
interface PanelState {
  /** Money, pay and notes are covered: the screen is shared. */
  readonly hidden: boolean;
  readonly picking: 'message' | null;
  readonly composer: boolean;
  readonly nextStepOpen: boolean;
  /** The running call (`runningId`) whose log was folded by hand or saved: it does not open by itself again. */
  readonly folded: string | null;
  readonly toggleHidden: () => void;
  readonly set: (part: Partial<Pick<PanelState, 'picking' | 'composer' | 'nextStepOpen' | 'folded'>>) => void;
}

const HIDDEN = 'touchline.hidden';

export const usePanelStore = create<PanelState>((set) => ({
  hidden: recallHidden(),
  picking: null,
  composer: false,
  nextStepOpen: false,
  folded: null,
  toggleHidden: () =>
    set((state) => {
      keepHidden(!state.hidden);
      return { hidden: !state.hidden };
    }),
  set: (part) => set(part),
}));

/** A page with third-party storage blocked refuses the whole object: then the wish lasts as long as the frame. */
function recallHidden(): boolean {
  try {
    return localStorage.getItem(HIDDEN) === 'yes';
  } catch {
    return false;
  }
}

function keepHidden(hidden: boolean): void {
  try {
    localStorage.setItem(HIDDEN, hidden ? 'yes' : 'no');
  } catch {
    return;
  }
}
