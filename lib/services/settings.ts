import { defaultOutcomes, CONVERSATION_SECONDS } from '@/lib/domain/outcome';
import { settingsFileSchema, type Language, type Settings, type SettingsFile } from '@/lib/domain/settings';
import type { World } from './world';

const SHELF = 'settings';
/** Buyers' data is kept this long unless settings say otherwise (design: default retention). */
export const RETENTION_DAYS = 400;

/** What the user chose, over what an administrator deployed. A broken file counts as not there, and says so. */
export async function settingsFile(
  world: World,
): Promise<{ file: SettingsFile; managed: boolean; own: boolean }> {
  const own = settingsFileSchema.safeParse(await world.store.shelf.get(SHELF));
  const managed = settingsFileSchema.safeParse(await world.managed());
  const file: SettingsFile = {
    touchline: 1,
    ...(managed.success ? managed.data : {}),
    ...(own.success ? own.data : {}),
  };
  return { file, managed: managed.success, own: own.success };
}

export async function saveSettings(world: World, file: SettingsFile): Promise<void> {
  await world.store.shelf.put(SHELF, file);
}

export function languageOf(file: SettingsFile, world: Pick<World, 'browserLanguage'>): Language {
  return file.language === undefined || file.language === 'browser' ? world.browserLanguage : file.language;
}

/** The settings in force. */
export function inForce(file: SettingsFile, language: Language): Settings {
  return {
    language: file.language ?? 'browser',
    appearance: file.appearance ?? 'page',
    role: file.role ?? 'ae',
    calendar: file.calendar ?? null,
    outcomes: file.outcomes ?? defaultOutcomes(language),
    conversationSeconds: file.definitions?.conversationSeconds ?? CONVERSATION_SECONDS,
    retentionDays: file.retentionDays ?? RETENTION_DAYS,
    dated: file.dated ?? null,
  };
}

export interface Rules {
  readonly file: SettingsFile;
  readonly settings: Settings;
  readonly language: Language;
  readonly zone: string;
}

export async function rules(world: World): Promise<Rules> {
  const { file } = await settingsFile(world);
  const language = languageOf(file, world);
  const settings = inForce(file, language);
  return { file, settings, language, zone: settings.calendar?.zone ?? world.clock.zone() };
}
