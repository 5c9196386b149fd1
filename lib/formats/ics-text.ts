/**
 * The text of a calendar file. Some programs fold their lines in the middle of a letter, so lines are put together
 * before the bytes become letters.
 */
export function icsText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const whole = unfolded(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(whole);
  } catch {
    // Old programs of Windows write as Windows did; whatever it is, their letters are told apart by it.
    return new TextDecoder("windows-1252").decode(whole);
  }
}

const [tab, newline, carriageReturn, space] = [0x09, 0x0a, 0x0d, 0x20] as const;

function unfolded(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(bytes.length);
  let length = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    const next = bytes[index + 1];
    if (byte === newline && (next === space || next === tab)) {
      if (kept[length - 1] === carriageReturn) length -= 1;
      index += 1;
    } else {
      kept[length] = byte;
      length += 1;
    }
  }
  return kept.subarray(0, length);
}
