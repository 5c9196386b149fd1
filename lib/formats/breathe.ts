/**
 * Lets the page draw, scroll and hear its keys before long work goes on. By a message, since timers of a page that is
 * not in front run once a second.
 * @throws the reason of the signal, if it was aborted
 */
export async function breathe(signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
  signal?.throwIfAborted();
}
