// Dates and times as the person's browser writes them.

/** A date as the person's browser writes it: Tuesday, 24 November. */
export function longDate(date: Date): string {
  return new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' }).format(date);
}

/** A month, given as YYYY-MM, as the person's browser writes it: November 2026. */
export function longMonth(month: string): string {
  return new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric' }).format(
    new Date(`${month}-15T12:00`),
  );
}

/** A time of day as the person's browser writes it. */
export function clockTime(at: number): string {
  return new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' }).format(at);
}
