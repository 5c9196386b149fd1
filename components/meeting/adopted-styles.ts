import { StyleModule } from "style-mod";

/**
 * CodeMirror writes its styles into a `<style>` element, which our content security policy (`style-src 'self'`) blocks.
 * A constructed style sheet is no inline style, so its rules go there instead. They are put into a cascade layer: what
 * our own style sheets say of the editor always wins, whatever the selectors.
 * @see node_modules/style-mod/src/style-mod.js, `StyleModule.mount`
 */
export function adoptEditorStyles(): void {
  const mounted: StyleModule[] = [];
  const sheet = new CSSStyleSheet();
  StyleModule.mount = (root, modules) => {
    const missing = [modules].flat().filter((module) => !mounted.includes(module));
    if (missing.length === 0) return;
    mounted.push(...missing);
    sheet.replaceSync(`@layer editor { ${mounted.map((module) => module.getRules()).join("\n")} }`);
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  };
}
