import { Checkbox, Stack, TextInput } from '@mantine/core'
import type { UseFormReturn } from 'react-hook-form'
import type { ConnectionValues } from './connection-values.ts'
import { rulesOf } from './field-rules.ts'
import type { SchemaField } from './schema-fields.ts'
import { CONTROL_FIRST, SchemaInput } from './schema-input.tsx'

/** Each control registers as it is drawn: so the first one at fault on the page is the first to be focused. */
interface ControlProps {
  readonly form: UseFormReturn<ConnectionValues>
  readonly isDisabled: boolean
}

interface FieldProps extends ControlProps {
  readonly field: SchemaField
}

/** A secret, or what goes with one: it can be entered, kept or forgotten, and never read. */
export function Credential({ field, form, isDisabled, isStored }: FieldProps & { readonly isStored: boolean }) {
  const { name, title, isRequired } = field
  const isRemoved = form.watch(`removed.${name}`) ?? false
  return (
    <Stack gap={6}>
      <SchemaInput
        field={field}
        control={form.register(`credentials.${name}`, rulesOf(field, isStored))}
        error={form.formState.errors.credentials?.[name]?.message}
        isStored={isStored && !isRemoved}
        isDisabled={isDisabled || isRemoved}
      />
      {isStored && !isRequired && (
        <Checkbox
          {...form.register(`removed.${name}`)}
          label={`Delete the stored ${title}`}
          size="sm"
          disabled={isDisabled}
        />
      )}
    </Stack>
  )
}

export function Setting({ field, form, isDisabled }: FieldProps) {
  return (
    <SchemaInput
      field={field}
      control={form.register(`settings.${field.name}`, rulesOf(field, false))}
      error={form.formState.errors.settings?.[field.name]?.message}
      isStored={false}
      isDisabled={isDisabled}
    />
  )
}

/** @param props.name of the PMS */
export function PropertyId({ name, form, isDisabled }: ControlProps & { readonly name: string }) {
  return (
    <TextInput
      {...form.register('externalHotelId')}
      label="Property id"
      description={`The id of this hotel in ${name}. Some credentials include it; a test says when it is needed.`}
      inputWrapperOrder={[...CONTROL_FIRST]}
      error={form.formState.errors.externalHotelId?.message}
      autoComplete="off"
      disabled={isDisabled}
    />
  )
}
