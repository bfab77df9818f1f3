// Money, times and counts as people read them.

/** An amount in the currency's smallest unit: cents for EUR, yen for JPY. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

const formats = new Map<string, Intl.NumberFormat>();

/** "€129.95"; whole amounts keep their two digits, so that columns align. */
export function money(amount: Money, locale = language()): string {
  const key = `${locale} ${amount.currency}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, { style: "currency", currency: amount.currency });
    formats.set(key, format);
  }
  return format.format(amount.minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** `date` as `options` say. Making a format costs a hundred times what using it does, and a stream shows hundreds of times. */
function dated(date: Date, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = locale + JSON.stringify(options);
  let format = dateFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, options);
    dateFormats.set(key, format);
  }
  return format.format(date);
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "now", "5 min", "3 h", "yesterday", "Tue", "12 Mar", "12 Mar 2024": short enough for a list. Times to come read "in 5 min". */
export function relative(at: Date | string | number, now: number = Date.now(), locale = language()): string {
  const date = new Date(at);
  const away = date.getTime() - now;
  const size = Math.abs(away);
  if (size < MINUTE) return "now";
  if (size < HOUR) return sign(away, `${Math.floor(size / MINUTE)} min`);
  const days = Math.round((startOfDay(date) - startOfDay(new Date(now))) / DAY);
  if (days === 0 || size < 6 * HOUR) return sign(away, `${Math.floor(size / HOUR)} h`);
  if (days === -1) return "yesterday";
  if (days === 1) return "tomorrow";
  if (days < 0 && days > -7) return dated(date, locale, { weekday: "short" });
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  return dated(date, locale, sameYear ? { day: "numeric", month: "short" } : { day: "numeric", month: "short", year: "numeric" });
}

/** The exact instant, for the tooltip beside a relative one. */
export function exact(at: Date | string | number, locale = language()): string {
  return dated(new Date(at), locale, { dateStyle: "full", timeStyle: "medium" });
}

/** "14:05", in the visitor's own clock. */
export function clock(at: Date | string | number, locale = language()): string {
  return dated(new Date(at), locale, { hour: "2-digit", minute: "2-digit" });
}

/** "Tuesday, 12 March": a day as a heading; "Today" and "Yesterday" where they are true. */
export function day(at: Date | string | number, now: number = Date.now(), locale = language()): string {
  const date = new Date(at);
  const days = Math.round((startOfDay(date) - startOfDay(new Date(now))) / DAY);
  if (days !== 0 && days !== -1) return dated(date, locale, { weekday: "long", day: "numeric", month: "long" });
  const word = new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(days, "day");
  return word.charAt(0).toLocaleUpperCase(locale) + word.slice(1);
}

/** A length of time: "42 s", "4 min", "1 h 05". */
export function duration(millis: number): string {
  const size = Math.max(0, millis);
  if (size < MINUTE) return `${Math.floor(size / 1000)} s`;
  if (size < HOUR) return `${Math.floor(size / MINUTE)} min`;
  return `${Math.floor(size / HOUR)} h ${String(Math.floor((size % HOUR) / MINUTE)).padStart(2, "0")}`;
}

/** "1 item", "3 items". */
export function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString(language())} ${number === 1 ? one : many}`;
}

/** "Maya Lindqvist" → "ML"; for the circle that stands for a person. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return letters.map((word) => [...(word ?? "")][0]?.toUpperCase() ?? "").join("");
}

function sign(away: number, size: string): string {
  return away > 0 ? `in ${size}` : size;
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function language(): string {
  return globalThis.document?.documentElement.lang || "en";
}
