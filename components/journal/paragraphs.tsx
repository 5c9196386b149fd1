/** Text as it was written, in paragraphs. Nothing in it becomes markup. */
export function Paragraphs({ text }: { text: string }) {
  const paragraphs = text.split(/\n\s*\n/u).filter((paragraph) => paragraph.trim());
  return (
    <>
      {paragraphs.map((paragraph, index) => (
        <p key={index} class="doc break">
          {paragraph}
        </p>
      ))}
    </>
  );
}
