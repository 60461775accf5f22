import { Button } from '@mantine/core'
import { useState } from 'react'
import { describeFailure, type Failure } from '../../../api/failure.ts'
import { useSession } from '../../../session/session.ts'
import { ErrorAlert } from '../../../ui/actions/error-alert.tsx'
import { changeSetRoute } from '../route.ts'

/** Lists by their names in the address → as the API calls them. */
const NAMES: Readonly<Record<string, string>> = {
  done: 'done',
  failed: 'failed',
  waiting: 'waiting',
  notTried: 'not-tried',
}

/** The list that is open, or all of the set, as a CSV file. */
export function Download({ setId }: { setId: string }) {
  const { list = '' } = changeSetRoute.useSearch()
  const { session } = useSession()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isBusy, setBusy] = useState(false)
  const name = NAMES[list]
  const load = async () => {
    setBusy(true)
    setFailure(await save(setId, name, session?.token ?? ''))
    setBusy(false)
  }
  return (
    <>
      <Button variant="default" loading={isBusy} onClick={() => void load()}>
        {name === undefined ? 'All as CSV' : 'This list as CSV'}
      </Button>
      <ErrorAlert title="The file could not be loaded" error={failure} />
    </>
  )
}

/** @returns why there is no file */
async function save(setId: string, list: string | undefined, token: string): Promise<Failure | null> {
  try {
    const query = list === undefined ? '' : `?list=${list}`
    const headers = { authorization: `Bearer ${token}` }
    const response = await fetch(`/api/pms/change-sets/${setId}/results${query}`, { headers })
    if (!response.ok) return { code: String(response.status), message: 'The service refused it.', requestId: null }
    const url = URL.createObjectURL(await response.blob())
    Object.assign(document.createElement('a'), { href: url, download: `change-set-${list ?? 'all'}.csv` }).click()
    URL.revokeObjectURL(url)
    return null
  } catch (error) {
    return describeFailure(error)
  }
}
