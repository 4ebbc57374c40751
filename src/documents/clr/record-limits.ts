/** A record (CLR 2.0) that verifiers work through: so many credentials, and so many values in all. Ours refuses larger ones. */
export const mostInRecord = 20;
export const mostValuesOfRecord = 12_000;
