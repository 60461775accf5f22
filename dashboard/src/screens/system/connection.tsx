import { Button, Group, Stack, Text } from '@mantine/core'
import { LeaveGuard } from '../../ui/leave-guard.tsx'
import { PermissionButton } from '../../ui/permission-button.tsx'
import { RefusalAlert } from '../../ui/refusal-alert.tsx'
import { Section } from '../../ui/section.tsx'
import { ConnectionFields } from './connection-fields.tsx'
import { ConnectionTest } from './connection-test.tsx'
import type { Account, Configuration } from './query.ts'
import { useConnectionForm } from './use-connection-form.ts'
import { useConnectionTest } from './use-connection-test.ts'

export type ConnectionProps = Omit<Account, 'configuration'> & { readonly configuration: Configuration | null }

/** What a hotel enters to connect, to be tried before it is stored. */
export function Connection(account: ConnectionProps) {
  const { provider, configuration } = account
  const { form, save, refusal, isSaving } = useConnectionForm(account)
  const { test, result, isTesting } = useConnectionTest(account, form)
  const isNew = configuration === null
  const { isDirty } = form.formState
  return (
    <Section
      title={isNew ? `Connect ${account.hotelName} to ${provider.name}` : 'Connection'}
      description="Keys and passwords are stored encrypted and never shown again."
    >
      <LeaveGuard when={isDirty && !isSaving} />
      <form onSubmit={form.handleSubmit(save)} noValidate aria-label="Connection">
        <Stack>
          <ConnectionFields provider={provider} configuration={configuration} form={form} />
          <RefusalAlert title="This could not be saved" refusal={refusal} />
          <Group>
            <PermissionButton type="submit" loading={isSaving} disabled={!isNew && !isDirty}>
              {isNew ? 'Connect' : 'Save changes'}
            </PermissionButton>
            <PermissionButton variant="default" loading={isTesting} onClick={form.handleSubmit(test)}>
              Test connection
            </PermissionButton>
            {isDirty && !isNew && (
              <Button variant="subtle" onClick={() => form.reset()}>
                Discard changes
              </Button>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            A test tries what stands above, saved or not, and changes nothing. Up to 10 tests a minute.
          </Text>
          <ConnectionTest name={provider.name} result={result} isTesting={isTesting} />
        </Stack>
      </form>
    </Section>
  )
}
