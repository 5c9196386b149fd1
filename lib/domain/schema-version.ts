/** Rises with every released change of what rows look like. Stored in the database, so that older code refuses newer data. */
export const schemaVersion = 5;
