import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";

const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endOfCentral = 0x06054b50;
const utf8Names = 0x0800;
/** 1 January 1980, the earliest date a ZIP knows, in its packed form. */
const fixedDate = 0x0021;

/**
 * All files of a folder as an uncompressed ZIP with fixed dates: the same files give the same bytes.
 * @param instead - path in the folder → text to pack instead of that file's
 */
export function zipFolder(folder: string, instead: Readonly<Record<string, string>> = {}): Buffer {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const name of names) {
    const text = instead[name];
    const data = text === undefined ? readFileSync(join(folder, name)) : Buffer.from(text);
    const nameBytes = Buffer.from(name.replaceAll("\\", "/"));
    const shared = sharedFields(data, nameBytes);
    const local = Buffer.concat([u32(localHeader), shared, nameBytes, data]);
    // Central entries repeat the local one and add: version made by, comment, disk, attributes, place.
    centrals.push(
      Buffer.concat([
        u32(centralHeader),
        u16(20),
        shared,
        u16(0),
        u16(0),
        u16(0),
        u32(0),
        u32(offset),
        nameBytes,
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.concat([
    u32(endOfCentral),
    u16(0),
    u16(0),
    u16(names.length),
    u16(names.length),
    u32(central.length),
    u32(offset),
    u16(0),
  ]);
  return Buffer.concat([...locals, central, end]);
}

/** Version needed, flags, stored, time, date, checksum, sizes, length of the name and of no extra field. */
function sharedFields(data: Buffer, name: Buffer): Buffer {
  return Buffer.concat([
    u16(20),
    u16(utf8Names),
    u16(0),
    u16(0),
    u16(fixedDate),
    u32(crc32(data)),
    u32(data.length),
    u32(data.length),
    u16(name.length),
    u16(0),
  ]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
