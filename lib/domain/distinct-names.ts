/** The same names, told apart: a name that was there before has a number at its end, such as no other one has. */
export function distinctNames(names: readonly string[]): string[] {
  const said = new Set(names);
  const given = new Set<string>();
  const numbered = (name: string): string => {
    let number = 2;
    while (given.has(`${name} ${number}`) || said.has(`${name} ${number}`)) number += 1;
    return `${name} ${number}`;
  };
  return names.map((name) => {
    const own = name && given.has(name) ? numbered(name) : name;
    given.add(own);
    return own;
  });
}
