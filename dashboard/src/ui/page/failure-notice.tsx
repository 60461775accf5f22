import { Button, Code, Text } from '@mantine/core'
import { describeFailure } from '../../api/failure.ts'
import { Notice } from './notice.tsx'

/** What went wrong, with what support needs to find it, and a way to try again. */
export function FailureNotice({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { code, message, requestId } = describeFailure(error)
  if (code === 'FORBIDDEN')
    return <Notice title="No permission" role="alert">{`${message} Ask your administrator.`}</Notice>
  return (
    <Notice title="Loading failed" role="alert" actions={<Button onClick={onRetry}>Try again</Button>}>
      <Text>{message}</Text>
      <Text size="sm" mt="xs">
        Code <Code>{code}</Code>
        {requestId !== null && (
          <>
            {' '}
            · request <Code>{requestId}</Code>
          </>
        )}
      </Text>
    </Notice>
  )
}
