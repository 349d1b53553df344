import type { Locale } from '../types.ts';

/** English, German, Korean, French: the order everywhere below. */
export type Words = readonly [en: string, de: string, ko: string, fr: string];

const column: Readonly<Record<Locale, 0 | 1 | 2 | 3>> = { 'en-US': 0, 'de-DE': 1, 'ko-KR': 2, 'fr-FR': 3 };

export function word(words: Words, locale: Locale): string {
  return words[column[locale]];
}

/** Labels of picklist values; a value not named here is shown as it is stored. */
export const valueWords: Readonly<Record<string, Words>> = {
  Prospecting: ['Prospecting', 'Prospektion', '발굴', 'Prospection'],
  Qualification: ['Qualification', 'Qualifizierung', '검증', 'Qualification du besoin'],
  'Needs Analysis': ['Needs Analysis', 'Bedarfsanalyse', '요구 분석', 'Analyse des besoins'],
  'Proposal/Price Quote': ['Proposal/Price Quote', 'Angebot', '제안/견적', 'Proposition/Devis'],
  'Negotiation/Review': ['Negotiation/Review', 'Verhandlung', '협상/검토', 'Négociation'],
  'Closed Won': ['Closed Won', 'Gewonnen', '성공', 'Gagnée'],
  'Closed Lost': ['Closed Lost', 'Verloren', '실패', 'Perdue'],
  'Open - Not Contacted': [
    'Open - Not Contacted',
    'Offen - nicht kontaktiert',
    '신규 - 미접촉',
    'Ouverte - non contactée',
  ],
  'Working - Contacted': ['Working - Contacted', 'In Bearbeitung', '진행 중 - 접촉', 'En cours - contactée'],
  'Closed - Converted': ['Closed - Converted', 'Konvertiert', '종료 - 전환', 'Convertie'],
  'Closed - Not Converted': ['Closed - Not Converted', 'Nicht konvertiert', '종료 - 미전환', 'Non convertie'],
  'Not Started': ['Not Started', 'Nicht begonnen', '시작 안 함', 'Non commencée'],
  'In Progress': ['In Progress', 'In Bearbeitung', '진행 중', 'En cours'],
  Completed: ['Completed', 'Abgeschlossen', '완료', 'Terminée'],
  'Waiting on someone else': ['Waiting on someone else', 'Warten auf andere', '다른 사람 대기', 'En attente'],
  Deferred: ['Deferred', 'Zurückgestellt', '연기', 'Différée'],
  Pipeline: ['Pipeline', 'Pipeline', '파이프라인', 'Pipeline'],
  'Best Case': ['Best Case', 'Bester Fall', '최선', 'Meilleur cas'],
  Commit: ['Commit', 'Zusage', '확정', 'Engagement'],
  Closed: ['Closed', 'Geschlossen', '마감', 'Fermée'],
  Omitted: ['Omitted', 'Ausgelassen', '제외', 'Omise'],
  Hot: ['Hot', 'Heiß', '높음', 'Chaud'],
  Warm: ['Warm', 'Warm', '보통', 'Tiède'],
  Cold: ['Cold', 'Kalt', '낮음', 'Froid'],
};

/** Words of the pages themselves. */
export const pageWords = {
  home: ['Home', 'Startseite', '홈', 'Accueil'],
  Lead: ['Lead', 'Lead', '리드', 'Piste'],
  Leads: ['Leads', 'Leads', '리드', 'Pistes'],
  Account: ['Account', 'Account', '계정', 'Compte'],
  Accounts: ['Accounts', 'Accounts', '계정', 'Comptes'],
  Contact: ['Contact', 'Kontakt', '연락처', 'Contact'],
  Contacts: ['Contacts', 'Kontakte', '연락처', 'Contacts'],
  Opportunity: ['Opportunity', 'Opportunity', '기회', 'Opportunité'],
  Opportunities: ['Opportunities', 'Opportunities', '기회', 'Opportunités'],
  Task: ['Task', 'Aufgabe', '작업', 'Tâche'],
  pipeline: ['Pipeline', 'Pipeline', '파이프라인', 'Pipeline'],
  search: [
    'Search leads, accounts, deals…',
    'Leads, Accounts, Deals suchen…',
    '리드, 계정, 기회 검색…',
    'Rechercher pistes, comptes…',
  ],
  my: ['My {0}', 'Meine {0}', '내 {0}', 'Mes {0}'],
  all: ['All {0}', 'Alle {0}', '모든 {0}', 'Tous : {0}'],
  recent: ['Recently viewed', 'Zuletzt angezeigt', '최근 본 항목', 'Vus récemment'],
  items: [
    '{0} items · sorted by {1}',
    '{0} Einträge · sortiert nach {1}',
    '{0}개 항목 · {1} 순',
    '{0} éléments · triés par {1}',
  ],
  new: ['New', 'Neu', '새로 만들기', 'Nouveau'],
  newThing: ['New {0}', 'Neu: {0}', '새 {0}', 'Nouveau : {0}'],
  edit: ['Edit', 'Bearbeiten', '편집', 'Modifier'],
  editThing: ['Edit {0}', '{0} bearbeiten', '{0} 편집', 'Modifier {0}'],
  save: ['Save', 'Speichern', '저장', 'Enregistrer'],
  saveAndNew: ['Save & New', 'Speichern & Neu', '저장 후 새로', 'Enregistrer et nouveau'],
  cancel: ['Cancel', 'Abbrechen', '취소', 'Annuler'],
  close: ['Close', 'Schließen', '닫기', 'Fermer'],
  preview: ['Preview', 'Vorschau', '미리 보기', 'Aperçu'],
  open: ['Open record', 'Datensatz öffnen', '레코드 열기', 'Ouvrir'],
  details: ['Details', 'Details', '세부 사항', 'Détails'],
  activity: ['Activity', 'Aktivität', '활동', 'Activité'],
  related: ['Related', 'Zugehörig', '관련', 'Associé'],
  markComplete: ['Mark Stage as Complete', 'Phase abschließen', '단계 완료로 표시', 'Terminer l’étape'],
  markCurrent: [
    'Mark as Current Stage',
    'Als aktuelle Phase',
    '현재 단계로 표시',
    'Définir comme étape actuelle',
  ],
  logCall: ['Log a Call', 'Anruf protokollieren', '통화 기록', 'Consigner un appel'],
  newTask: ['New Task', 'Neue Aufgabe', '새 작업', 'Nouvelle tâche'],
  newEvent: ['New Event', 'Neues Ereignis', '새 이벤트', 'Nouvel événement'],
  upcoming: ['Upcoming & Overdue', 'Anstehend & überfällig', '예정 및 지연', 'À venir et en retard'],
  past: ['Past activity', 'Vergangene Aktivität', '지난 활동', 'Activité passée'],
  nothing: ['Nothing here yet.', 'Noch nichts vorhanden.', '아직 항목이 없어요.', 'Rien pour le moment.'],
  saved: ['{0} was saved.', '{0} wurde gespeichert.', '{0} 항목을 저장했어요.', '{0} a été enregistré.'],
  failed: ['Could not save: {0}', 'Nicht gespeichert: {0}', '저장하지 못했어요: {0}', 'Échec : {0}'],
  gone: [
    'This record is no longer available.',
    'Dieser Datensatz ist nicht mehr verfügbar.',
    '더 이상 사용할 수 없는 레코드예요.',
    'Cet enregistrement n’est plus disponible.',
  ],
  profile: ['View profile', 'Profil ansehen', '프로필 보기', 'Voir le profil'],
  language: ['Language', 'Sprache', '언어', 'Langue'],
  openDeals: ['Open deals', 'Offene Deals', '진행 중인 기회', 'Affaires en cours'],
  closingSoon: ['Closing next', 'Nächste Abschlüsse', '마감 임박', 'Clôtures à venir'],
  myTasks: ['Due today and before', 'Heute und früher fällig', '오늘까지 할 일', 'À faire'],
  wonThisQuarter: ['Won this quarter', 'Gewonnen im Quartal', '이번 분기 성공', 'Gagné ce trimestre'],
  callsToday: ['Calls logged today', 'Anrufe heute', '오늘 통화', 'Appels du jour'],
  greeting: ['Good to see you, {0}', 'Schön, dass du da bist, {0}', '{0} 님, 반가워요', 'Bonjour {0}'],
  overdue: ['Overdue', 'Überfällig', '지연', 'En retard'],
  information: ['{0} Information', '{0}-Informationen', '{0} 정보', 'Informations : {0}'],
  additional: [
    'Additional Information',
    'Weitere Informationen',
    '추가 정보',
    'Informations complémentaires',
  ],
  system: ['System Information', 'Systeminformationen', '시스템 정보', 'Informations système'],
  keyPeople: [
    'Contacts at this account',
    'Kontakte dieses Accounts',
    '이 계정의 연락처',
    'Contacts du compte',
  ],
  deals: ['Deals', 'Deals', '기회', 'Affaires'],
  none: ['--None--', '--Kein--', '--없음--', '--Aucun--'],
  subject: ['Subject', 'Betreff', '제목', 'Objet'],
  comments: ['Comments', 'Kommentare', '설명', 'Commentaires'],
  dueDate: ['Due Date', 'Fälligkeit', '기한', 'Échéance'],
  moveTo: ['Move to stage', 'In Phase verschieben', '단계 이동', 'Changer d’étape'],
  discard: ['Discard', 'Verwerfen', '취소', 'Abandonner'],
} as const satisfies Record<string, Words>;

export type PageWord = keyof typeof pageWords;

/** All page words in one language, for the client. */
export function pageWordsIn(locale: Locale): Record<PageWord, string> {
  const entries = Object.entries(pageWords).map(([key, words]) => [key, word(words, locale)]);
  return Object.fromEntries(entries) as Record<PageWord, string>;
}
