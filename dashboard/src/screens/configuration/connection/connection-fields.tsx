import { Fieldset, SimpleGrid } from '@mantine/core'
import type { ReactNode } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { useViewer } from '../../../session/session.ts'
import type { Configuration, Provider } from '../query.ts'
import { Credential, PropertyId, Setting } from './connection-inputs.tsx'
import type { ConnectionValues } from './connection-values.ts'
import { fieldsOf } from './schema-fields.ts'

export interface ConnectionFieldsProps {
  readonly provider: Provider
  /** null: not connected yet */
  readonly configuration: Configuration | null
  readonly form: UseFormReturn<ConnectionValues>
}

/** A control for each field that the provider asks for. */
export function ConnectionFields({ provider, configuration, form }: ConnectionFieldsProps) {
  const isDisabled = !useViewer().may('ADMIN_EDIT')
  const storedFields = configuration?.credentialFields ?? []
  return (
    <>
      <Part title="Credentials">
        {fieldsOf(provider.credentialSchema).map((field) => (
          <Credential key={field.name} {...{ field, form, isDisabled }} isStored={storedFields.includes(field.name)} />
        ))}
      </Part>
      <Part title="Settings">
        {fieldsOf(provider.settingsSchema).map((field) => (
          <Setting key={field.name} {...{ field, form, isDisabled }} />
        ))}
        <PropertyId name={provider.name} form={form} isDisabled={isDisabled} />
      </Part>
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Fieldset legend={title} variant="unstyled" p={0} m={0} styles={{ legend: { fontWeight: 600 } }}>
      <SimpleGrid cols={{ base: 1, md: 2 }} verticalSpacing="md">
        {children}
      </SimpleGrid>
    </Fieldset>
  )
}
