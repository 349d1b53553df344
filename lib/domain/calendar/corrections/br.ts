import { type Correction, rows, yearly } from './correction.ts';

/** Law 14.759 of 2023: nation-wide since 2024. The tables let states that kept it before drop it. */
const AWARENESS = yearly('11-20', 'Black Awareness Day', 'Dia da Consciência Negra');

/** Pernambuco's Data Magna lies on 6 March itself (state law 16.059 of 2017), not on the first Sunday. */
const DATA_MAGNA = yearly('03-06', 'Pernambuco Revolution of 1817', 'Data Magna de Pernambuco');

export const BR: readonly Correction[] = [
  ...rows('BR', 'add', AWARENESS, ['AM', 'MT', 'RJ', 'SP']),
  ...rows('BR', 'add', DATA_MAGNA, ['PE']),
];
