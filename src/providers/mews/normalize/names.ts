/** A name out of those in several languages: English where there is one, otherwise the same one each time. */
export function nameIn(names: Readonly<Record<string, string>> | null | undefined): string | null {
  if (!names) return null
  const languages = Object.keys(names).sort()
  const language = languages.find((one) => one.startsWith('en')) ?? languages[0]
  return language === undefined ? null : (names[language] ?? null)
}
