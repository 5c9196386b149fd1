/** How much a record may hold, for the schemas and for what a person types. */

/** Characters of a title, a name, a promise. */
export const longestLine = 2_000;
/** Characters of a note or an entry. */
export const longestText = 1_000_000;
/** Bytes of a picture as it is kept: it goes with every copy of the data. */
export const mostPictureBytes = 300_000;
/** Bytes of a picture as it is pasted, before it is made smaller. */
export const largestPictureFile = 20_000_000;
/** Minutes that a meeting may be planned for. */
export const shortestMeeting = 5;
export const longestMeeting = 600;
/** Minutes that a reminder may stand before what it is about: two years. */
export const longestLead = 1_051_200;
