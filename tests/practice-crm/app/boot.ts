import { pageWordsIn, valueWords, word } from '../data/words.ts';
import { text, todayOf } from '../data/store.ts';
import { schema } from '../schema/index.ts';
import { stages } from '../schema/stages.ts';
import type { FieldDef } from '../schema/fields.ts';
import type { PracticeState, Session } from '../types.ts';
import { viewerOf } from '../session.ts';
import { layouts } from './layouts.ts';

/** Everything the client needs before it can draw: who, which words, which fields, which tricks. */
export function bootData(state: PracticeState, session: Session): unknown {
  const viewer = viewerOf(state, session);
  const { locale, user } = viewer;
  const valueLabel = (value: string): string => (valueWords[value] ? word(valueWords[value], locale) : value);
  const fieldData = (f: FieldDef): unknown => ({
    label: word(f.label, locale),
    type: f.type,
    required: f.required,
    updateable: f.updateable,
    values: f.values.map((value) => ({ value, label: valueLabel(value) })),
  });
  const objects = Object.entries(layouts).map(([name, layout]) => {
    const object = schema[name as keyof typeof layouts];
    const fields = [...object.fields.values()].map((f) => [f.name, fieldData(f)]);
    return [
      name,
      {
        ...layout,
        label: word(object.label, locale),
        plural: word(object.plural, locale),
        fields: Object.fromEntries(fields),
      },
    ];
  });
  const { options } = state;
  return {
    user: {
      id: user.Id,
      name: text(user, 'Name'),
      title: text(user, 'Title'),
      email: text(user, 'Email'),
      first: text(user, 'FirstName'),
    },
    locale,
    today: todayOf(state, user.Id),
    words: pageWordsIn(locale),
    objects: Object.fromEntries(objects),
    accounts: [...state.tables.Account.values()]
      .map((a) => ({ id: a.Id, name: text(a, 'Name') }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    stages: stages.map((s) => ({ ...s, label: valueLabel(s.name) })),
    options: {
      renderDelayMs: options.renderDelayMs,
      halfLoaded: options.halfLoaded,
      omit: options.omit,
      rewriteBody: options.rewriteBody,
      removeForeignNodes: options.removeForeignNodes,
      dark: options.dark,
      path: options.path,
      firstTab: options.firstTab,
      app: options.app,
      shadow: session.shadow ?? options.shadow,
    },
  };
}
