import type { Language } from '../../domain/settings.ts';

/**
 * A person's name as the language writes it. Korean: family name first and a title ("김민지 팀장님"), 님 when no
 * title is known. The name's own order is kept: which part is the family name cannot be told from outside.
 */
export function personName(language: Language, name: string, title: string | null = null): string {
  if (language === 'en') return name;
  const isKorean = /^[가-힣]{2,5}$/.test(name.replaceAll(' ', ''));
  const bare = isKorean ? name.replaceAll(' ', '') : name;
  if (title === null || !/[가-힣]$/.test(title)) return `${bare} 님`;
  return `${bare} ${title}${title.endsWith('님') ? '' : '님'}`;
}
