import { ChevronLeft, Eye, EyeOff, Gauge } from 'lucide-react';

const size = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function EyeIcon(props: { readonly closed: boolean }) {
  return props.closed ? <EyeOff {...size} /> : <Eye {...size} />;
}

export function GaugeIcon() {
  return <Gauge {...size} />;
}

export function FoldIcon() {
  return <ChevronLeft {...size} />;
}
