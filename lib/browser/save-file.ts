/** Hands a file to the person: the browser puts it among the downloads, or asks where to. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has to read it first, and does not say when it is done.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
