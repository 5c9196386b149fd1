/** Taking back is loaded when it is first asked for: the popup must open at once, and most openings never undo. */
export const loadUndo = () => import("./undo.ts");
