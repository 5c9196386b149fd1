/**
 * A failure that the person can do something about. `code` names a message of the locale file under `errors`;
 * the message says what happened to the data and what to do. Everything else that is thrown is a bug.
 */
export class UserError extends Error {
  readonly code: UserErrorCode;

  constructor(code: UserErrorCode, options?: ErrorOptions) {
    super(code, options);
    this.name = "UserError";
    this.code = code;
  }
}

/**
 * The failure of this kind behind an error, however deep: Dexie wraps what kept its database from opening as `inner`
 * of an error of its own.
 */
export function userErrorIn(error: unknown): UserError | undefined {
  let each = error;
  for (let depth = 0; depth < 5 && each instanceof Error; depth += 1) {
    if (each instanceof UserError) return each;
    each = "inner" in each ? each.inner : each.cause;
  }
  return undefined;
}

export type UserErrorCode =
  | "badDate"
  | "badTime"
  | "hasPassed"
  | "badLead"
  | "noMoment"
  | "badLink"
  | "emptyName"
  | "badTimeZone"
  | "emptyText"
  | "dueBeforeStart"
  | "badNumber"
  | "tooLong"
  | "textTooLong"
  | "notFound"
  | "movedAlready"
  | "wrappedUpAlready"
  | "noMeetingAhead"
  | "newerDatabase"
  | "notUpgraded"
  | "noSpace"
  | "mustReload"
  | "changedSince"
  | "nothingToUndo"
  | "valueNotValid"
  | "endBeforeStart"
  | "stageTooEarly"
  | "agreedAlready"
  | "draftAlready"
  | "agreementUnsaved"
  | "backupEmpty"
  | "backupGone"
  | "backupTooLarge"
  | "backupTooBig"
  | "backupEncrypted"
  | "backupNotOurs"
  | "backupTruncated"
  | "backupNewer"
  | "backupChanged"
  | "wrongPassphrase"
  | "templateNotOurs"
  | "templateNewer"
  | "mayNotShare"
  | "roomNotOurs"
  | "roomDamaged"
  | "roomNewer"
  | "roomTooLarge"
  | "roomForged"
  | "roomOwn"
  | "roomOtherKey"
  | "questionsNotOurs"
  | "questionsNewer"
  | "questionsTooLarge"
  | "templateDamaged"
  | "templateEmpty"
  | "roadmapTooLarge"
  | "templateTooLarge"
  | "pictureNotMade"
  | "pictureTooLarge"
  | "pictureNotRead"
  | "icsEmpty"
  | "icsTooLarge"
  | "icsNotCalendar"
  | "icsCutOff"
  | "icsNothing"
  | "badCalendarAddress"
  | "calendarTwice"
  | "storageAddress"
  | "storageNotSecure"
  | "storageScheme"
  | "storageLogin"
  | "storageHost"
  | "storageUser"
  | "storagePassword"
  | "storageBucket"
  | "storageKeyId"
  | "storageSecret"
  | "storageFolder"
  | "passphraseEmpty"
  | "passphraseShort"
  | "passphraseSimple"
  | "passphraseDiffers"
  | "codeEmpty"
  | "codeShort"
  | "codeLong"
  | "codeCharacter"
  | "codeTypo"
  | "codeNotIt"
  | "codeNotOurs"
  | "requestEmpty"
  | "requestNotOurs"
  | "requestDamaged"
  | "requestNewer"
  | "requestExpired"
  | "requestOtherSpace"
  | "requestUsed"
  | "wordsEmpty"
  | "wordsNotIt"
  | "invitationEmpty"
  | "invitationNotOurs"
  | "invitationDamaged"
  | "invitationNewer"
  | "invitationExpired"
  | "invitationUsed"
  | "roomWordsEmpty"
  | "roomWordsNotIt"
  | "roomLeft";
