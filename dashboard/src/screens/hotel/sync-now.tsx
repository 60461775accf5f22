import { Button, Group, Menu, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { entities } from '../../entities/registry.ts'
import type { PmsEntityType } from '../../gql/graphql.ts'
import { PermissionButton } from '../../ui/actions/permission-button.tsx'
import { useProviderNames } from '../../ui/values/provider-names.ts'
import type { Account } from './configuration-section.tsx'
import type { useSyncNow } from './use-sync-now.ts'

const ALL: readonly PmsEntityType[] = ['BOOKING', 'ROOM', 'GUEST']

export interface SyncNowProps {
  readonly accounts: readonly Account[]
  readonly sync: ReturnType<typeof useSyncNow>
}

/** Syncs the changes; its menu has more and less than that. */
export function SyncNow({ accounts, sync: { start, isStarting } }: SyncNowProps) {
  const { nameOf } = useProviderNames()
  const [chosen, choose] = useState<string>()
  const account =
    accounts.find(({ provider }) => provider === chosen) ?? accounts.find(({ enabled }) => enabled) ?? accounts[0]
  if (account === undefined) return null
  const { provider, enabled } = account
  const blocked = enabled ? undefined : `${nameOf(provider)} is paused. Resume syncs first.`
  const order = (types: readonly PmsEntityType[], full = false) => void start({ provider, types, full })
  return (
    <Group gap="xs">
      {accounts.length > 1 && (
        <NativeSelect
          aria-label="PMS to sync"
          value={provider}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
          data={accounts.map((each) => ({ value: each.provider, label: nameOf(each.provider) }))}
        />
      )}
      <Button.Group>
        <PermissionButton blocked={blocked} loading={isStarting} onClick={() => order(ALL)}>
          Sync now
        </PermissionButton>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <PermissionButton blocked={blocked} px="xs" aria-label="More sync options">
              ▾
            </PermissionButton>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => order(ALL)}>Changes only</Menu.Item>
            <Menu.Item onClick={() => order(ALL, true)}>Full sync</Menu.Item>
            <Menu.Divider />
            {ALL.map((type) => (
              <Menu.Item key={type} onClick={() => order([type])}>
                Only {entities[type].plural}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Button.Group>
    </Group>
  )
}
