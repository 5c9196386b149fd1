import { type Requirements, tested } from "./requirement.ts";

export const sync: Requirements = {
  "N-10": [
    ...tested(
      "e2e/sync.test.ts",
      "it is off at first, says what would leave the computer, and asks the network for nothing",
    ),
    ...tested(
      "e2e/sync-troubles.test.ts",
      "every request is counted, by site and reason",
      "stopped everything is still here, and nothing is asked of the network any more",
    ),
    ...tested(
      "unit/requests.test.ts",
      "requests are counted by reason and site before they are made, and no address is kept",
      "a request that fails is counted too",
    ),
    ...tested(
      "e2e/main-path.test.ts",
      "nothing of all this asked the network for anything, nor does the page of Sync",
    ),
  ],
};

const engine = "unit/sync-failures.test.ts";
const runs = "unit/spaces-run.test.ts";
const told = "unit/sync-told.test.ts";
const servers = "storage/failures.test.ts";
const troubles = "e2e/sync-troubles.test.ts";
const answers = "unit/sync-storages.test.ts";
const rotation = "unit/sync-rotation.test.ts";
const view = "unit/sync-view.test.ts";
const simulated = tested(
  "unit/sync-simulator.test.ts",
  "whatever the store and the browsers do, all end alike and nothing that was acknowledged is lost",
);

/** What goes wrong with a storage, by the rows in the table of faults: what becomes of it, and what the person reads. */
export const syncFaults: Requirements = {
  "offline, DNS, timeout": [
    ...tested(
      troubles,
      "without network it says that all is saved here and what waits, and goes on when it is back",
    ),
    ...tested(runs, "a page to log in is not taken for a storage, and a lost network is waited for"),
    ...tested(engine, "while the store is %s, edits are kept here, and sent when it is back"),
    ...tested(
      servers,
      "an answer that does not come in time is waited for no longer",
      "a server that is not there is offline",
    ),
  ],
  "401, 403": [
    ...tested(troubles, "a login that is refused is entered again, in the page"),
    ...tested(runs, "a storage that answers %i is %s, and tried again later and later"),
    ...tested(view, "the first thing to do about %s is %s"),
  ],
  "404 on the root, empty or another folder": [
    ...tested(told, "another folder than the one that was known takes nothing until the person says so"),
    ...tested(
      troubles,
      "a storage that is empty is asked about before anything is sent, and filled again when it is said",
    ),
    ...tested(
      servers,
      "an emptied storage, and a folder that is gone, are asked about; then everything is sent again",
      "an address where nothing is takes nothing, and says so",
    ),
  ],
  "200 with a page to log in": [
    ...tested(told, "a page to log in in the place of a batch is told as what it is"),
    ...tested(troubles, "what the storage answers is told with what to do: %s"),
    ...tested(answers, "of a page for people is none of a storage, also where it says that all is well"),
  ],
  "423, 429, 5xx, 507": [
    ...tested(troubles, "what the storage answers is told with what to do: %s"),
    ...tested(
      runs,
      "a storage that answers %i is %s, and tried again later and later",
      "a storage that asks to be left alone is",
    ),
    ...tested(answers, "of %i is %s, to whatever was asked", "may say how long to wait: %s"),
    ...tested(servers, "a storage that is full for a snapshot goes on taking edits"),
  ],
  "answer to a PUT lost": [
    ...tested(engine, "an answer that was lost is not a second batch"),
    ...tested(servers, "a batch whose answer is lost is not stored twice"),
  ],
  "PUT cut, and answered 201": [
    ...tested(
      engine,
      "half of a batch that was answered with “created” gets no marker, and the next try another name",
    ),
    ...tested(servers, "half of a batch that was answered with “created” is never shown to anybody"),
  ],
  "batch that cannot be read": [
    ...tested(
      told,
      "what cannot be read is told after a day, keeps nothing else back, and is fetched when it can",
    ),
    ...tested(
      servers,
      "a batch that is damaged on the server keeps no other from being read, and is repaired from a snapshot",
    ),
    ...tested(view, "what cannot be read is counted"),
  ],
  "listing cut or stale": [
    ...tested(answers, "that ends too early has not arrived, wherever it ends"),
    ...tested(engine, "what is not found for once is not given up"),
    ...simulated,
  ],
  "ETag mangled, weak, absent": tested(told, "no tag of a storage is asked for, and none is relied on"),
  "worker killed anywhere": [
    ...tested("component/replica.test.ts", "what is cut off at any moment goes on where it was"),
    ...tested("e2e/sync-kills.test.ts", "${kills} kills in the middle of a sync lose nothing"),
    ...tested(
      "unit/spaces-begin.test.ts",
      "the next one, or the next try, ends with one space and a code that opens it",
      "a later page is told the code where the one that asked is gone",
    ),
    ...tested(rotation, "a change that broke off before it was made known is made known by the next sync"),
    ...simulated,
  ],
  "browser crash, power loss": [
    ...tested("e2e/kill-points.test.ts", "nothing is lost at ${kills} random moments"),
    ...tested("e2e/sync-kills.test.ts", "${kills} kills in the middle of a sync lose nothing"),
  ],
  "IndexedDB evicted or corrupt": [
    ...tested(engine, "a browser whose database was lost gets everything from the store"),
    ...tested(
      "e2e/recovery.test.ts",
      "an emptied database is not taken for a new one, and a copy of it comes back by choice",
    ),
    ...tested(
      "e2e/sync.test.ts",
      "a second browser gets everything with the code alone, however it is typed",
    ),
  ],
  "profile restored or copied": [
    ...tested(runs, "a profile that was restored says how many newer changes it fetched"),
    ...tested(
      engine,
      "two copies of one profile take two names, and neither loses an edit",
      "two copies with the same batch under way never meet in a name",
    ),
  ],
  "clock wrong": [
    ...tested(told, "a clock that is off is told, and nothing is refused for it"),
    ...tested(engine, "what is written next comes after what is seen, whatever the clocks say"),
    ...tested(view, "a clock that is %s ms ahead"),
    ...tested(servers, "this computer's clock is compared with the server's"),
  ],
  "one author typing in two browsers": [
    ...tested(
      "unit/replica.test.ts",
      "written in two browsers at once are put together, and nobody's words are lost",
      "one field: the later stays, and the other is kept, in both browsers alike",
    ),
    ...tested(
      "e2e/sync.test.ts",
      "what both changed without knowing of each other is kept once, and the other can be had and given back",
    ),
  ],
  "storage wiped": [
    ...tested(runs, "an emptied storage is asked about, and filled again when the person says so"),
    ...tested(engine, "an emptied store is asked about before everything is sent to it again"),
    ...tested(
      rotation,
      "a storage that was emptied is given its keys back, and opens with the code and the passphrase again",
    ),
    ...simulated,
  ],
  "storage set back to an earlier day": [
    ...tested(told, "a storage that was set back to an earlier day is repaired, and the person is told"),
    ...tested(engine, "a store that was set back is noticed, and gets everything again from all browsers"),
    ...tested(servers, "a storage that was set back to an earlier day is repaired from the browsers"),
    ...simulated,
  ],
  "all browsers dead": [
    ...tested(
      "e2e/sync.test.ts",
      "a second browser gets everything with the code alone, however it is typed",
    ),
    ...tested(
      "e2e/sync-reader.test.ts",
      "what is stored is read without our code, with the recovery code, age and a short script",
    ),
  ],
  "recovery code lost, one browser left": [
    ...tested(
      "e2e/sync.test.ts",
      "a code that was lost gives way to a new one, which is shown and confirmed as the first was",
    ),
    ...tested(rotation, "the code that was replaced opens the space no more"),
    ...tested(
      "unit/spaces-begin.test.ts",
      "a new code that is not told to its end leaves the one before in doubt",
    ),
  ],
  "all browsers and the code lost": [
    ...tested(
      view,
      "the code is asked for once a week until it is confirmed, and not right after it was shown",
    ),
    ...tested(
      "e2e/sync.test.ts",
      "the set-up goes by the keyboard alone, and the code is shown until it was confirmed",
    ),
  ],
  "member removed, keeps the link": [
    ...tested(
      rotation,
      "a lost browser reads nothing that is written after its removal, and what it writes is read by nobody",
      "who was removed cannot let anybody in with the old key",
    ),
    ...tested(
      "unit/room-lost.test.ts",
      "a browser that was taken out is out of the room, and what it sent before stays",
      "a phone that does not care that it is out reads nothing, and neither it nor whom it lets in is read",
      "while the room cannot be reached it stays owed, and is made up for at a look when it can",
    ),
    ...tested(
      "unit/keyed-simulator.test.ts",
      "writers come and go: of who is in nothing is lost, of who is out nothing more is read, and all who are in end alike",
    ),
    ...tested("e2e/sync.test.ts", "a browser that is taken out is told so, and knows how to come back"),
  ],
  "whoever runs the storage tampers or hides": [
    ...tested(told, "a storage that hides what another browser has seen is told on"),
    ...tested(
      "unit/sync-seal.test.ts",
      "a parcel that was changed anywhere, cut off or put in another place is refused",
    ),
    ...tested(
      "unit/sync-keys.test.ts",
      "a notice that was changed anywhere, or put into another place, is refused",
      "objects whose names were exchanged, or that came from another space, bring nothing in",
    ),
  ],
  "newer format from another browser": [
    ...tested(told, "a newer format waits for the update, and what is written here is sent meanwhile"),
    ...tested(
      "unit/two-versions.test.ts",
      "whatever both versions do, all end alike, with every edit of the later one",
      "a table that the earlier version does not know goes through it, and is there after its update",
      "a row whose value the earlier version refuses is kept, comes back with what it accepts, and with its update",
    ),
  ],
  "disk full": [
    ...tested(told, "a disk that is full is told as such, and what could not be kept is fetched later"),
    ...tested(engine, "a disk that is full acknowledges nothing, and nothing is lost"),
    ...tested(
      "e2e/disk-full.test.ts",
      "nothing that is not on the disk is said to be saved, and the words stay where they are",
    ),
  ],
  "two contexts at once": tested(
    told,
    "two contexts that sync at once take turns, and nothing is sent twice",
  ),
};
