/**
 * A page that stands in for a call: big tiles and a bar of buttons, so that screenshots show notes beside a meeting.
 * With `?tone` it plays a very quiet tone, which makes the tab `audible` like a real call.
 */
export function meetPage(title: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escapeHtml(title)}</title><link rel="icon" href="data:,">
<style>
  body { margin: 0; height: 100vh; display: grid; grid-template-rows: 1fr auto; background: #1f2023; color: #fff; font: 16px sans-serif }
  main { display: grid; grid-template-columns: repeat(auto-fit, minmax(280px, 1fr)); gap: 12px; padding: 16px }
  figure { margin: 0; border-radius: 12px; background: #3c4043; display: grid; place-content: center; text-align: center; gap: 12px }
  figure b { width: 96px; height: 96px; border-radius: 50%; background: #8ab4f8; color: #1f2023; display: grid; place-content: center; font-size: 40px }
  footer { display: flex; gap: 12px; justify-content: center; padding: 16px }
  footer i { width: 44px; height: 44px; border-radius: 50%; background: #3c4043 }
  footer i:last-child { background: #ea4335; width: 64px; border-radius: 22px }
</style></head>
<body>
  <main><figure><b>M</b>Mentor</figure><figure><b>Y</b>You</figure></main>
  <footer><i></i><i></i><i></i><i></i></footer>
  <script>
    if (new URLSearchParams(location.search).has("tone")) {
      const audio = new AudioContext();
      const tone = new OscillatorNode(audio, { frequency: 220 });
      tone.connect(new GainNode(audio, { gain: 0.01 })).connect(audio.destination);
      tone.start();
    }
  </script>
</body>
</html>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
