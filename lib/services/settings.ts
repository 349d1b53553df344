import * as z from 'zod';
import { defaultOutcomes, CONVERSATION_SECONDS } from '@/lib/domain/outcome';
import { laidOver } from '@/lib/domain/own-settings';
import {
  ownSettingsSchema,
  type Language,
  type OwnSettings,
  type Settings,
  type SettingsFile,
} from '@/lib/domain/settings';
import { countableSettingsSchema } from '@/lib/kpi/goal-terms';
import type { World } from './world';

const SHELF = 'settings';
/** Buyers' data is kept this long unless settings say otherwise (design: default retention). */
export const RETENTION_DAYS = 400;

interface Files {
  /** In force: what the user changed, over what the company deployed. */
  readonly file: SettingsFile;
  readonly own: OwnSettings;
  /** What was deployed as it came (null = nothing), and what it is understood as. */
  readonly deployed: unknown;
  readonly company: z.ZodSafeParseResult<SettingsFile>;
}

/** The files behind the settings. A deployed one that is not understood counts as not there; options say so. */
export async function settingsFiles(world: World): Promise<Files> {
  const deployed = await world.managed();
  const company = countableSettingsSchema.safeParse(deployed);
  const kept = keptSchema.safeParse(await world.store.shelf.get(SHELF));
  const own: OwnSettings = kept.success ? kept.data : { touchline: 1 };
  return { file: laidOver(company.data ?? null, own), own, deployed, company };
}

/** An earlier Touchline kept goals and CRMs here too; they have tables of their own. */
const keptSchema = z.object(ownSettingsSchema.shape);

export async function keepOwn(world: World, own: OwnSettings): Promise<void> {
  await world.store.shelf.put(SHELF, own);
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
  const { file } = await settingsFiles(world);
  const language = languageOf(file, world);
  const settings = inForce(file, language);
  return { file, settings, language, zone: settings.calendar?.zone ?? world.clock.zone() };
}
