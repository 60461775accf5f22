/** Reads a query again. Its error is shown where its data is, and who has left the page needs none: never rejects. */
export async function reload({ refetch }: { refetch: () => Promise<unknown> }): Promise<void> {
  await refetch().catch(() => {})
}
