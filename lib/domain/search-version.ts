/**
 * Rises when what a record is found by changes: its fields, or how a text becomes words. What was indexed before is
 * indexed anew then.
 */
export const searchVersion = 2;
