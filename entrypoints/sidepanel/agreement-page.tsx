/** Being built. */
export function AgreementPage() {
  return null;
}
