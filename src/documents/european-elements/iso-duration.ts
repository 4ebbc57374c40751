/** ISO 8601 duration of a number of hours, to the minute: 75 -> PT75H, 7.5 -> PT7H30M. */
export function isoDuration(hours: number): string {
  const minutes = Math.round(hours * 60);
  const rest = minutes % 60;
  return `PT${Math.floor(minutes / 60)}H${rest === 0 ? '' : `${rest}M`}`;
}
