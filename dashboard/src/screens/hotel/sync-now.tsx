import { Button, Group, Menu, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { entities, entityTypes } from '../../entities/registry.ts'
import type { PmsEntityType } from '../../gql/graphql.ts'
import { PermissionButton } from '../../ui/actions/permission-button.tsx'
import { useProviderNames } from '../../ui/values/provider-names.ts'
import type { Account } from './configuration-section.tsx'
import type { useSyncNow } from './use-sync-now.ts'

export interface SyncNowProps {
  readonly accounts: readonly Account[]
  /** Has a line for each account and what its PMS has; null where that could not be read. */
  readonly freshness: readonly { provider: string; entityType: PmsEntityType }[] | null | undefined
  readonly sync: ReturnType<typeof useSyncNow>
}

/** Syncs the changes; its menu has more and less than that. */
export function SyncNow({ accounts, freshness, sync: { start, isStarting } }: SyncNowProps) {
  const { nameOf } = useProviderNames()
  const [chosen, choose] = useState<string>()
  const account =
    accounts.find(({ provider }) => provider === chosen) ?? accounts.find(({ enabled }) => enabled) ?? accounts[0]
  if (account === undefined) return null
  const { provider, enabled } = account
  const blocked = enabled ? undefined : `${nameOf(provider)} is paused. Resume syncs first.`
  const lines = freshness?.filter((line) => line.provider === provider) ?? []
  const all = lines.length > 0 ? lines.map(({ entityType }) => entityType) : entityTypes
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
        <PermissionButton blocked={blocked} loading={isStarting} onClick={() => order(all)}>
          Sync now
        </PermissionButton>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <PermissionButton blocked={blocked} px="xs" aria-label="More sync options">
              ▾
            </PermissionButton>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => order(all)}>Changes only</Menu.Item>
            <Menu.Item onClick={() => order(all, true)}>Full sync</Menu.Item>
            <Menu.Divider />
            {all.map((type) => (
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
