import { Button, Fieldset, Group, Stack, Text } from '@mantine/core'
import { OpenChanges } from '../../../entities/changes/open-changes.tsx'
import { ErrorAlert } from '../../../ui/actions/error-alert.tsx'
import { LeaveGuard } from '../../../ui/actions/leave-guard.tsx'
import { PermissionButton } from '../../../ui/actions/permission-button.tsx'
import { Section } from '../../../ui/page/section.tsx'
import type { Account, Configuration } from '../query.ts'
import { Rhythm } from '../schedule/rhythm.tsx'
import { ConnectionFields } from './connection-fields.tsx'
import { ConnectionTest } from './connection-test.tsx'
import { useConnectionForm } from './use-connection-form.ts'
import { useConnectionTest } from './use-connection-test.ts'

export type ConnectionProps = Omit<Account, 'configuration'> & { readonly configuration: Configuration | null }

/** The credentials and settings of a connection, which can be tested before they are stored. */
export function Connection(account: ConnectionProps) {
  const { provider, configuration } = account
  const { form, save, error, isSaving, schedule, setSchedule } = useConnectionForm(account)
  const { test, result, isTesting } = useConnectionTest(account, form)
  const isNew = configuration === null
  const { isDirty } = form.formState
  return (
    <Section
      title={isNew ? `Connect ${account.hotelName} to ${provider.name}` : 'Connection'}
      description={`Keys and passwords are stored encrypted and never shown again.${isNew ? ' The first sync starts as soon as the hotel is connected.' : ''}`}
    >
      <LeaveGuard when={isDirty && !isSaving} />
      <form onSubmit={form.handleSubmit(save)} noValidate aria-label="Connection">
        <Stack>
          <ConnectionFields provider={provider} configuration={configuration} form={form} />
          {isNew && (
            <Fieldset legend="Schedule" variant="unstyled" p={0} m={0} styles={{ legend: { fontWeight: 600 } }}>
              <Rhythm cron={schedule} onChange={setSchedule} />
            </Fieldset>
          )}
          {isDirty && !isNew && (
            <>
              <Text size="sm">
                With other credentials, another address or another property it may be another account.
              </Text>
              <OpenChanges hotelId={account.hotelId} provider={provider.key} deed="reconnect" />
            </>
          )}
          <ErrorAlert title="Saving failed" error={error} />
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
            A test uses the values above, saved or not, and changes nothing. Up to 10 tests a minute.
          </Text>
          <ConnectionTest account={account} result={result} isTesting={isTesting} />
        </Stack>
      </form>
    </Section>
  )
}
