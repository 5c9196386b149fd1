import { useEffect, useMemo } from "preact/hooks";

/** The model of a page, made when the page is entered (or `inputs` change) and disposed of when it is left. */
export function useModelOf<T extends object>(create: () => T, inputs: readonly unknown[]): T {
  const model = useMemo(create, [...inputs]);
  useEffect(
    () => () => {
      if (Symbol.dispose in model) (model as Disposable)[Symbol.dispose]();
    },
    [model],
  );
  return model;
}
